// The process: threads, CUDA, and which libtorch this is.
#include "shim.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/api/include/torch/version.h>

SHIM_EXPORT const char* shim_libtorch_version() {
    return TORCH_VERSION;
}

SHIM_EXPORT int32_t shim_get_num_threads() {
    return at::get_num_threads();
}

SHIM_EXPORT int32_t shim_set_num_threads(int32_t count) {
    return shim::guarded_action([&] {
        TORCH_CHECK(count > 0, "the number of threads must be positive, not ", count);
        at::set_num_threads(count);
    });
}

SHIM_EXPORT int32_t shim_cuda_device_count() {
    return shim::guarded<int32_t>(0, [] {
        // A libtorch with CUDA on a machine without a usable GPU counts none.
        return c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)
            ? static_cast<int32_t>(c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount())
            : 0;
    });
}

/// Waits until a CUDA device has done everything it was given.
SHIM_EXPORT int32_t shim_cuda_synchronize(int32_t index) {
    return shim::guarded_action([&] {
        at::detail::getCUDAHooks().deviceSynchronize(static_cast<c10::DeviceIndex>(index));
    });
}
