// The parameters of one optimizer with their state, prepared once so that a step is one native call.
#pragma once

#include "shim.h"

#include <ATen/core/grad_mode.h>

#include <vector>

namespace shim {

struct ParameterGroup {
    std::vector<at::Tensor> parameters;
    // Up to two state tensors a parameter, in the optimizer's own order; shaped like the parameter.
    std::vector<at::Tensor> first;
    std::vector<at::Tensor> second;
};

/// The tensors of one parameter that has a gradient.
struct Slot {
    at::Tensor parameter;
    at::Tensor gradient;
    at::Tensor first;
    at::Tensor second;
};

/// The parameters that have a gradient now.
std::vector<Slot> slots(const ParameterGroup& group);

/// True where a plain loop over memory sees the elements of all four tensors in the same order, on the CPU, as float or double.
bool is_plain(const Slot& slot);

/// How many elements a thread should at least have to be worth waking.
constexpr int64_t grain = 16384;

}  // namespace shim
