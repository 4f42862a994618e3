// Making, freeing and asking tensors: everything that is not an operator.
#include "value.h"

SHIM_EXPORT void shim_tensor_free(shim::Handle tensor) {
    c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(tensor);
}

SHIM_EXPORT int64_t shim_tensor_dim(shim::Handle tensor) {
    return tensor->dim();
}

SHIM_EXPORT int64_t shim_tensor_numel(shim::Handle tensor) {
    return tensor->numel();
}

/// The sizes, valid while the tensor lives and keeps its shape.
SHIM_EXPORT const int64_t* shim_tensor_sizes(shim::Handle tensor) {
    return tensor->sizes().data();
}

SHIM_EXPORT const int64_t* shim_tensor_strides(shim::Handle tensor) {
    return tensor->strides().data();
}

SHIM_EXPORT int32_t shim_tensor_dtype(shim::Handle tensor) {
    return static_cast<int32_t>(c10::typeMetaToScalarType(tensor->dtype()));
}

SHIM_EXPORT int64_t shim_tensor_device(shim::Handle tensor) {
    return shim::pack_device(tensor->device());
}

SHIM_EXPORT int32_t shim_tensor_is_contiguous(shim::Handle tensor) {
    return tensor->is_contiguous() ? 1 : 0;
}

/// The first element's address, or null with the error set where the tensor has no memory of its own.
SHIM_EXPORT void* shim_tensor_data(shim::Handle tensor) {
    return shim::guarded<void*>(nullptr, [&] { return shim::borrow(tensor).data_ptr(); });
}

/// The only element as a double (any real dtype). `value` is left alone on failure.
SHIM_EXPORT int32_t shim_tensor_item(shim::Handle tensor, shim::Value* value) {
    return shim::guarded_action([&] {
        const auto scalar = shim::borrow(tensor).item();
        shim::Value result{};
        if (scalar.isFloatingPoint()) {
            result.tag = shim::Tag::real;
            result.real = scalar.toDouble();
        } else if (scalar.isBoolean()) {
            result.tag = shim::Tag::boolean;
            result.integer = scalar.toBool() ? 1 : 0;
        } else {
            result.tag = shim::Tag::integer;
            result.integer = scalar.toLong();
        }
        *value = result;
    });
}
