// Loops over plain memory that the compiler turns into vector instructions.
//
// The project is compiled for any x86-64 processor; of these loops there is a second version for processors with AVX2, and
// the loader takes the one that fits. Both do the same roundings in the same order (no fused multiply-add), so the results
// are the same to the bit on every processor and with every number of threads.
#pragma once

#include "extras/parameter_group.h"

#include <ATen/Parallel.h>

#if defined(__x86_64__)
#define SHIM_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define SHIM_VECTORISED
#endif

namespace shim {

/// Calls `loop(from, to)` on parts of 0..count, on several threads where that pays: where each gets more than `least`.
template <typename Loop>
void in_parts(int64_t count, const Loop& loop, int64_t least = grain) {
    if (count <= least) {
        loop(0, count);
    } else {
        at::parallel_for(0, count, least, loop);
    }
}

/// Tells autograd that the parameter was written to.
inline void mark_changed(const at::Tensor& tensor) {
    if (!tensor.is_inference()) {
        tensor.unsafeGetTensorImpl()->bump_version();
    }
}

}  // namespace shim
