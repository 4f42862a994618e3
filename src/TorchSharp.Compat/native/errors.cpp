#include "shim.h"

#include <c10/util/Exception.h>

namespace shim {

namespace {
thread_local std::string last_error;
}

void set_last_error(std::string message) noexcept {
    last_error = std::move(message);
}

void store_current_exception() noexcept {
    try {
        throw;
    } catch (const c10::Error& error) {
        set_last_error(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        set_last_error("not enough memory");
    } catch (const std::exception& error) {
        set_last_error(error.what());
    } catch (...) {
        set_last_error("an unknown error inside libtorch");
    }
}

}  // namespace shim

/// The message of this thread's last failed call, as UTF-8; valid until the next failure on this thread.
SHIM_EXPORT const char* shim_last_error() {
    return shim::last_error.c_str();
}
