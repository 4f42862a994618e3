// Keeps the large blocks of freed tensors for the next ones of the same size.
//
// A step of training asks for the same blocks as the step before. The C library hands large freed blocks back to the system, which then
// has to fetch and clear every page anew, or keeps them in pieces that fit the next size badly. With the cache a run has all its memory
// after its first steps, and keeps it.
#include "shim.h"

#include <c10/core/CPUAllocator.h>

#include <stdlib.h>
#include <unistd.h>

#include <mutex>
#include <unordered_map>
#include <vector>

// The newest versions allow an allocator to change itself.
#if LIBTORCH_VERSION_MAJOR > 2 || (LIBTORCH_VERSION_MAJOR == 2 && LIBTORCH_VERSION_MINOR >= 3)
#define ALLOCATE_CONST
#else
#define ALLOCATE_CONST const
#endif

namespace shim {

namespace {

constexpr size_t alignment = 64;
constexpr size_t smallest = size_t{256} << 10;
constexpr size_t granule = size_t{64} << 10;

/// Stands before the data of every block and keeps them aligned. libtorch frees some blocks by nothing but the address of their data.
struct alignas(alignment) Header {
    size_t size;
};
static_assert(sizeof(Header) == alignment, "data begin right after the header");

/// Free blocks by size, up to a quarter of the machine's memory: they were in use a moment ago, but not all of them at the same time.
class FreeBlocks {
public:
    Header* take(size_t size) {
        const std::lock_guard<std::mutex> lock(mutex_);
        const auto found = blocks_.find(size);
        if (found == blocks_.end() || found->second.empty()) {
            return nullptr;
        }
        auto* block = found->second.back();
        found->second.pop_back();
        kept_ -= size;
        return block;
    }

    /// False where the block is not kept.
    bool keep(Header* block) {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (block->size > most_) {
            return false;
        }
        if (kept_ + block->size > most_) {
            free_all();
        }
        blocks_[block->size].push_back(block);
        kept_ += block->size;
        return true;
    }

    void clear() {
        const std::lock_guard<std::mutex> lock(mutex_);
        free_all();
    }

private:
    void free_all() {
        for (auto& blocks : blocks_) {
            for (auto* block : blocks.second) {
                free(block);
            }
        }
        blocks_.clear();
        kept_ = 0;
    }

    const size_t most_ = static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) / 4 * static_cast<size_t>(sysconf(_SC_PAGE_SIZE));
    std::mutex mutex_;
    std::unordered_map<size_t, std::vector<Header*>> blocks_;
    size_t kept_ = 0;
};

/// Never destroyed: tensors may outlive everything else.
FreeBlocks& free_blocks() {
    static auto* const blocks = new FreeBlocks();
    return *blocks;
}

Header* fetch(size_t size) {
    void* block = nullptr;
    return posix_memalign(&block, alignment, sizeof(Header) + size) == 0 ? static_cast<Header*>(block) : nullptr;
}

/// New memory; where there is none left, the cache gives up its own first.
Header* fetch_or_clear(size_t size) {
    auto* block = fetch(size);
    if (block == nullptr) {
        free_blocks().clear();
        block = fetch(size);
    }
    TORCH_CHECK(block != nullptr, "not enough memory: you tried to allocate ", size, " bytes");
    return block;
}

void give_back(void* data) {
    if (data == nullptr) {
        return;
    }
    auto* block = static_cast<Header*>(data) - 1;
    if (block->size < smallest || !free_blocks().keep(block)) {
        free(block);
    }
}

class BlockCache final : public c10::Allocator {
public:
    c10::DataPtr allocate(size_t bytes) ALLOCATE_CONST override {
        const c10::Device cpu(c10::DeviceType::CPU);
        if (bytes == 0) {
            return {nullptr, nullptr, &give_back, cpu};
        }
        const auto size = bytes < smallest ? bytes : (bytes + granule - 1) / granule * granule;
        auto* block = size < smallest ? nullptr : free_blocks().take(size);
        if (block == nullptr) {
            block = fetch_or_clear(size);
            block->size = size;
        }
        auto* data = static_cast<void*>(block + 1);
        return {data, data, &give_back, cpu};
    }

    c10::DeleterFnPtr raw_deleter() const override {
        return &give_back;
    }

#if LIBTORCH_VERSION_MAJOR > 2 || (LIBTORCH_VERSION_MAJOR == 2 && LIBTORCH_VERSION_MINOR >= 2)
    void copy_data(void* destination, const void* source, size_t count) const override {
        default_copy_data(destination, source, count);
    }
#endif
};

}  // namespace

}  // namespace shim

/// From now on this process keeps the large blocks of freed tensors.
SHIM_EXPORT int32_t shim_enable_block_cache() {
    return shim::guarded_action([] {
        static const bool enabled = [] {
            c10::SetCPUAllocator(new shim::BlockCache(), 1);
            return true;
        }();
        static_cast<void>(enabled);
    });
}
