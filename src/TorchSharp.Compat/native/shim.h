// What every file of the shim shares: the exported-function macro, tensor handles and the way errors travel.
//
// A handle is one owned reference to a c10::TensorImpl. Null stands for "no tensor".
// Every function that can fail returns a failure value and leaves the message in the thread's last error.
#pragma once

// Not ATen.h: with all operators in it, each of these files takes a quarter of a minute to compile.
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <exception>
#include <new>
#include <string>

// libtorch had an optional type of its own until it took the standard library's.
#define SHIM_STANDARD_OPTIONAL (LIBTORCH_VERSION_MAJOR > 2 || (LIBTORCH_VERSION_MAJOR == 2 && LIBTORCH_VERSION_MINOR >= 3))
#if SHIM_STANDARD_OPTIONAL
#include <optional>
#else
#include <c10/util/Optional.h>
#endif

#define SHIM_EXPORT extern "C" __attribute__((visibility("default")))

namespace shim {

#if SHIM_STANDARD_OPTIONAL
template <typename T>
using Optional = std::optional<T>;
#else
template <typename T>
using Optional = c10::optional<T>;
#endif

using Handle = c10::TensorImpl*;

/// Gives up ownership of a tensor to the caller; an undefined tensor becomes a null handle.
inline Handle release(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

/// A new reference to the tensor behind a handle; a null handle becomes an undefined tensor.
inline at::Tensor borrow(Handle handle) {
    if (handle == nullptr) {
        return at::Tensor();
    }
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(handle));
}

/// Keeps the message of an error for the managed side to fetch.
void set_last_error(std::string message) noexcept;

/// Stores the message of the exception that is being handled.
void store_current_exception() noexcept;

/// Runs `body`; if it throws, stores the message and returns `failure`.
template <typename Result, typename Body>
Result guarded(Result failure, Body&& body) noexcept {
    try {
        return body();
    } catch (...) {
        store_current_exception();
        return failure;
    }
}

/// Runs `body`; returns 1, or 0 with the message stored if it throws.
template <typename Body>
int32_t guarded_action(Body&& body) noexcept {
    try {
        body();
        return 1;
    } catch (...) {
        store_current_exception();
        return 0;
    }
}

}  // namespace shim
