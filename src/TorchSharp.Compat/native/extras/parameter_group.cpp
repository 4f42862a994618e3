#include "extras/parameter_group.h"

namespace shim {

namespace {

std::vector<at::Tensor> borrow_all(const Handle* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    for (int32_t i = 0; handles != nullptr && i < count; ++i) {
        tensors.push_back(borrow(handles[i]));
    }
    return tensors;
}

void check_state(const std::vector<at::Tensor>& parameters, const std::vector<at::Tensor>& state) {
    for (size_t i = 0; i < state.size(); ++i) {
        TORCH_CHECK(state[i].sizes() == parameters[i].sizes() && state[i].scalar_type() == parameters[i].scalar_type(),
            "the optimizer's state of parameter ", i, " is ", state[i].sizes(), " but the parameter is ", parameters[i].sizes());
    }
}

bool has_order_of(const at::Tensor& tensor, const at::Tensor& parameter) {
    return !tensor.defined() || (tensor.strides() == parameter.strides() && tensor.scalar_type() == parameter.scalar_type());
}

}  // namespace

std::vector<Slot> slots(const ParameterGroup& group) {
    std::vector<Slot> found;
    found.reserve(group.parameters.size());
    for (size_t i = 0; i < group.parameters.size(); ++i) {
        auto gradient = group.parameters[i].grad();
        if (gradient.defined()) {
            found.push_back({group.parameters[i], std::move(gradient),
                i < group.first.size() ? group.first[i] : at::Tensor(), i < group.second.size() ? group.second[i] : at::Tensor()});
        }
    }
    return found;
}

bool is_plain(const Slot& slot) {
    const auto& parameter = slot.parameter;
    const auto type = parameter.scalar_type();
    return parameter.device().is_cpu() && (type == at::kFloat || type == at::kDouble) && parameter.is_non_overlapping_and_dense()
        && has_order_of(slot.gradient, parameter) && has_order_of(slot.first, parameter) && has_order_of(slot.second, parameter);
}

}  // namespace shim

/// `first` and `second` may be null; otherwise they have as many tensors as there are parameters.
SHIM_EXPORT shim::ParameterGroup* shim_group_new(
    const shim::Handle* parameters, const shim::Handle* first, const shim::Handle* second, int32_t count) {
    return shim::guarded<shim::ParameterGroup*>(nullptr, [&] {
        shim::ParameterGroup group{
            shim::borrow_all(parameters, count), shim::borrow_all(first, count), shim::borrow_all(second, count)};
        shim::check_state(group.parameters, group.first);
        shim::check_state(group.parameters, group.second);
        return new shim::ParameterGroup(std::move(group));
    });
}

SHIM_EXPORT void shim_group_free(shim::ParameterGroup* group) {
    delete group;
}

SHIM_EXPORT int32_t shim_group_zero_grad(shim::ParameterGroup* group, int32_t set_to_none) {
    return shim::guarded_action([&] {
        for (const auto& parameter : group->parameters) {
            auto& gradient = parameter.mutable_grad();
            if (set_to_none != 0) {
                gradient.reset();
            } else if (gradient.defined()) {
                gradient.detach_();
                gradient.zero_();
            }
        }
    });
}
