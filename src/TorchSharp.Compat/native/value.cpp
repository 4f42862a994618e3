#include "value.h"

#include <ATen/core/Generator.h>
#include <ATen/core/List.h>

namespace shim {

c10::Device unpack_device(int64_t packed) {
    return c10::Device(static_cast<c10::DeviceType>(packed >> 32), static_cast<c10::DeviceIndex>(static_cast<int32_t>(packed)));
}

int64_t pack_device(c10::Device device) {
    return (static_cast<int64_t>(device.type()) << 32) | static_cast<uint32_t>(static_cast<int32_t>(device.index()));
}

namespace {

thread_local std::vector<Handle> list_result;

c10::IValue tensor_list(const Value& value) {
    c10::List<at::Tensor> list;
    list.reserve(static_cast<size_t>(value.length));
    for (int32_t i = 0; i < value.length; ++i) {
        list.push_back(borrow(value.tensors[i]));
    }
    return list;
}

Value released_tensor(at::Tensor tensor) {
    Value result{};
    result.tag = tensor.defined() ? Tag::tensor : Tag::none;
    result.tensor = release(std::move(tensor));
    return result;
}

Value released_list(const c10::IValue& value) {
    list_result.clear();
    for (auto& tensor : value.toTensorVector()) {
        list_result.push_back(release(std::move(tensor)));
    }
    Value result{};
    result.tag = Tag::tensors;
    result.length = static_cast<int32_t>(list_result.size());
    result.tensors = list_result.data();
    return result;
}

}  // namespace

c10::IValue to_ivalue(const Value& value) {
    switch (value.tag) {
        case Tag::none:
            return c10::IValue();
        case Tag::tensor:
            return borrow(value.tensor);
        case Tag::integer:
            return value.integer;
        case Tag::real:
            return value.real;
        case Tag::boolean:
            return value.integer != 0;
        case Tag::integers:
            return c10::IntArrayRef(value.integers, static_cast<size_t>(value.length));
        case Tag::tensors:
            return tensor_list(value);
        case Tag::text:
            return std::string(value.text, static_cast<size_t>(value.length));
        case Tag::device:
            return unpack_device(value.integer);
        case Tag::generator:
            return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(value.generator));
        case Tag::reals:
            return c10::ArrayRef<double>(value.reals, static_cast<size_t>(value.length));
    }
    TORCH_CHECK(false, "unknown kind of value: ", static_cast<int32_t>(value.tag));
}

Value to_value(c10::IValue&& value) {
    if (value.isTensor()) {
        return released_tensor(std::move(value).toTensor());
    }
    if (value.isTensorList()) {
        return released_list(value);
    }
    Value result{};
    if (value.isInt()) {
        result.tag = Tag::integer;
        result.integer = value.toInt();
    } else if (value.isDouble()) {
        result.tag = Tag::real;
        result.real = value.toDouble();
    } else if (value.isBool()) {
        result.tag = Tag::boolean;
        result.integer = value.toBool() ? 1 : 0;
    } else {
        TORCH_CHECK(value.isNone(), "an operator returned a ", value.tagKind(), ", which cannot be handed on");
    }
    return result;
}

}  // namespace shim
