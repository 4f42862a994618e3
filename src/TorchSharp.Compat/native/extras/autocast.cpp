// Mixed precision: operators that gain from it run in a shorter floating-point type (https://pytorch.org/docs/stable/amp.html).
#include "extras/autocast.h"
#include "value.h"

#include <ATen/autocast_mode.h>

namespace {

// libtorch 2.4 gave all devices one pair of functions.
#if LIBTORCH_VERSION_MAJOR > 2 || (LIBTORCH_VERSION_MAJOR == 2 && LIBTORCH_VERSION_MINOR >= 4)
bool is_enabled(c10::DeviceType device) { return at::autocast::is_autocast_enabled(device); }
void set_enabled(c10::DeviceType device, bool value) { at::autocast::set_autocast_enabled(device, value); }
at::ScalarType get_dtype(c10::DeviceType device) { return at::autocast::get_autocast_dtype(device); }
void set_dtype(c10::DeviceType device, at::ScalarType type) { at::autocast::set_autocast_dtype(device, type); }
#else
bool is_cpu(c10::DeviceType device) { return device == c10::DeviceType::CPU; }
bool is_enabled(c10::DeviceType device) { return is_cpu(device) ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled(); }
void set_enabled(c10::DeviceType device, bool value) {
    is_cpu(device) ? at::autocast::set_cpu_enabled(value) : at::autocast::set_enabled(value);
}
at::ScalarType get_dtype(c10::DeviceType device) {
    return is_cpu(device) ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype();
}
void set_dtype(c10::DeviceType device, at::ScalarType type) {
    is_cpu(device) ? at::autocast::set_autocast_cpu_dtype(type) : at::autocast::set_autocast_gpu_dtype(type);
}
#endif

struct Former {
    c10::DeviceType device;
    bool enabled;
    at::ScalarType dtype;
};

}  // namespace

bool shim::is_autocast_enabled(c10::DeviceType device) { return is_enabled(device); }

/// Enters autocast on this thread; what it returns must be given back to `shim_leave_autocast` on the same thread.
SHIM_EXPORT void* shim_enter_autocast(int32_t device_type, int32_t dtype) {
    return shim::guarded<void*>(nullptr, [&]() -> void* {
        const auto device = static_cast<c10::DeviceType>(device_type);
        auto* former = new Former{device, is_enabled(device), get_dtype(device)};
        set_enabled(device, true);
        set_dtype(device, static_cast<at::ScalarType>(dtype));
        at::autocast::increment_nesting();
        return former;
    });
}

/// Restores what was before; the outermost scope also drops the converted copies of the parameters.
SHIM_EXPORT void shim_leave_autocast(void* state) {
    auto* former = static_cast<Former*>(state);
    if (at::autocast::decrement_nesting() == 0) {
        at::autocast::clear_cache();
    }
    set_enabled(former->device, former->enabled);
    set_dtype(former->device, former->dtype);
    delete former;
}
