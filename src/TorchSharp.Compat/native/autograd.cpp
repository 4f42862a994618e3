// Gradients: what a tensor records, the backward pass, and the modes of a thread.
#include "shim.h"

#include <ATen/core/grad_mode.h>

namespace {

at::TensorList as_list(const std::vector<at::Tensor>& tensors) {
    return at::TensorList(tensors.data(), tensors.size());
}

std::vector<at::Tensor> borrow_all(const shim::Handle* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; ++i) {
        tensors.push_back(shim::borrow(handles[i]));
    }
    return tensors;
}

}  // namespace

SHIM_EXPORT int32_t shim_requires_grad(shim::Handle tensor) {
    return shim::guarded<int32_t>(0, [&] { return tensor->requires_grad() ? 1 : 0; });
}

SHIM_EXPORT int32_t shim_set_requires_grad(shim::Handle tensor, int32_t value) {
    return shim::guarded_action([&] { shim::borrow(tensor).set_requires_grad(value != 0); });
}

/// A new handle on the gradient, or null where there is none.
SHIM_EXPORT shim::Handle shim_grad(shim::Handle tensor) {
    return shim::guarded<shim::Handle>(nullptr, [&] { return shim::release(shim::borrow(tensor).grad()); });
}

SHIM_EXPORT int32_t shim_set_grad(shim::Handle tensor, shim::Handle grad) {
    return shim::guarded_action([&] { shim::borrow(tensor).mutable_grad() = shim::borrow(grad); });
}

SHIM_EXPORT int32_t shim_backward(
    shim::Handle tensor, shim::Handle grad, int32_t retain_graph, int32_t create_graph, const shim::Handle* inputs, int32_t input_count) {
    return shim::guarded_action([&] {
        const auto wanted = borrow_all(inputs, input_count);
        auto only = input_count > 0 ? shim::Optional<at::TensorList>(as_list(wanted)) : shim::Optional<at::TensorList>();
        shim::borrow(tensor).backward(shim::borrow(grad), retain_graph != 0, create_graph != 0, only);
    });
}

SHIM_EXPORT int32_t shim_is_grad_enabled() {
    return c10::GradMode::is_enabled() ? 1 : 0;
}

SHIM_EXPORT void shim_set_grad_enabled(int32_t value) {
    c10::GradMode::set_enabled(value != 0);
}
