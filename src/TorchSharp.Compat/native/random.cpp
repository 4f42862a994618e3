// Random number generators: libtorch's default ones and new ones.
#include "value.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

namespace {

at::Generator borrow_generator(c10::GeneratorImpl* generator) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(generator));
}

c10::GeneratorImpl* release_generator(at::Generator generator) {
    return c10::intrusive_ptr<c10::GeneratorImpl>(generator.getIntrusivePtr()).release();
}

}  // namespace

/// Seeds the default generator of every device.
SHIM_EXPORT int32_t shim_manual_seed(uint64_t seed) {
    return shim::guarded_action([&] { at::manual_seed(seed); });
}

/// A handle on the default generator of a device.
SHIM_EXPORT c10::GeneratorImpl* shim_default_generator(int64_t device) {
    return shim::guarded<c10::GeneratorImpl*>(nullptr, [&] {
        return release_generator(at::globalContext().defaultGenerator(shim::unpack_device(device)));
    });
}

SHIM_EXPORT c10::GeneratorImpl* shim_new_generator(int64_t device, uint64_t seed) {
    return shim::guarded<c10::GeneratorImpl*>(nullptr, [&] {
        const auto where = shim::unpack_device(device);
        auto generator = where.is_cpu() ? at::detail::createCPUGenerator() : at::globalContext().defaultGenerator(where).clone();
        generator.set_current_seed(seed);
        return release_generator(generator);
    });
}

SHIM_EXPORT void shim_free_generator(c10::GeneratorImpl* generator) {
    c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(generator);
}

SHIM_EXPORT int32_t shim_generator_set_seed(c10::GeneratorImpl* generator, uint64_t seed) {
    return shim::guarded_action([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        target.set_current_seed(seed);
    });
}

/// The state as a tensor of bytes; `shim_generator_set_state` restores it to the bit.
SHIM_EXPORT shim::Handle shim_generator_get_state(c10::GeneratorImpl* generator) {
    return shim::guarded<shim::Handle>(nullptr, [&] {
        auto source = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(source.mutex());
        return shim::release(source.get_state());
    });
}

SHIM_EXPORT int32_t shim_generator_set_state(c10::GeneratorImpl* generator, shim::Handle state) {
    return shim::guarded_action([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        target.set_state(shim::borrow(state));
    });
}
