// Whether operators run in a shorter floating-point type now.
#pragma once

#include <c10/core/DeviceType.h>

namespace shim {

/// True inside an autocast scope for this kind of device, on this thread.
bool is_autocast_enabled(c10::DeviceType device);

}  // namespace shim
