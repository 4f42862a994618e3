// A tagged value of 16 bytes, laid out as the managed side has it, and its translation to libtorch's own.
#pragma once

#include "shim.h"

#include <ATen/core/ivalue.h>

namespace shim {

enum class Tag : int32_t {
    none = 0,
    tensor = 1,
    integer = 2,
    real = 3,
    boolean = 4,
    integers = 5,
    tensors = 6,
    text = 7,
    device = 8,
    generator = 9,
    reals = 10,
};

struct Value {
    Tag tag;
    int32_t length;
    union {
        int64_t integer;
        double real;
        Handle tensor;
        const int64_t* integers;
        const double* reals;
        Handle* tensors;
        const char* text;
        c10::GeneratorImpl* generator;
    };
};
static_assert(sizeof(Value) == 16, "the managed side relies on this layout");

/// For a device the payload is its type in the upper and its index in the lower 32 bits.
c10::Device unpack_device(int64_t packed);
int64_t pack_device(c10::Device device);

c10::IValue to_ivalue(const Value& value);

/// Tensors in the result are owned by the caller; a list lives until this thread's next list result.
Value to_value(c10::IValue&& value);

}  // namespace shim
