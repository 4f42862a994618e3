// Adam (https://arxiv.org/abs/1412.6980) and AdamW (https://arxiv.org/abs/1711.05101), for a whole group at once, with the
// roundings in PyTorch's order.
#include "extras/kernels.h"

#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_sqrt.h>

#include <cmath>

namespace shim {

namespace {

struct Adam {
    double lr;
    double beta1;
    double beta2;
    double eps;
    double weight_decay;
    bool decoupled;
    double step_size;
    double correction2_root;
};

Adam prepare(int64_t step, double lr, double beta1, double beta2, double eps, double weight_decay, bool decoupled) {
    const auto correction1 = 1 - std::pow(beta1, static_cast<double>(step));
    const auto correction2 = 1 - std::pow(beta2, static_cast<double>(step));
    return {lr, beta1, beta2, eps, weight_decay, decoupled, lr / correction1, std::sqrt(correction2)};
}

template <typename T>
struct AdamFactors {
    explicit AdamFactors(const Adam& adam)
        : keep(static_cast<T>(adam.decoupled ? 1 - adam.lr * adam.weight_decay : 1)),
          weight_decay(static_cast<T>(adam.decoupled ? 0 : adam.weight_decay)),
          beta1(static_cast<T>(adam.beta1)),
          fresh1(static_cast<T>(1 - adam.beta1)),
          beta2(static_cast<T>(adam.beta2)),
          fresh2(static_cast<T>(1 - adam.beta2)),
          eps(static_cast<T>(adam.eps)),
          correction2_root(static_cast<T>(adam.correction2_root)),
          minus_step(static_cast<T>(-adam.step_size)) {}
    T keep;
    T weight_decay;
    T beta1;
    T fresh1;
    T beta2;
    T fresh2;
    T eps;
    T correction2_root;
    T minus_step;
};

#define SHIM_ADAM_LOOP(T)                                                                                                     \
    SHIM_VECTORISED void adam_loop(T* __restrict parameter, const T* __restrict gradient, T* __restrict average,              \
        T* __restrict square, int64_t n, AdamFactors<T> f) {                                                                  \
        for (int64_t i = 0; i < n; ++i) {                                                                                     \
            const T p = parameter[i] * f.keep;                                                                                \
            const T g = gradient[i] + f.weight_decay * p;                                                                     \
            const T m = average[i] * f.beta1 + f.fresh1 * g;                                                                  \
            const T v = square[i] * f.beta2 + f.fresh2 * g * g;                                                               \
            average[i] = m;                                                                                                   \
            square[i] = v;                                                                                                    \
            const T denominator = std::sqrt(v) / f.correction2_root + f.eps;                                                  \
            parameter[i] = p + f.minus_step * m / denominator;                                                                \
        }                                                                                                                     \
    }

SHIM_ADAM_LOOP(float)
SHIM_ADAM_LOOP(double)
#undef SHIM_ADAM_LOOP

template <typename T>
void step_plain(const Slot& slot, const Adam& adam) {
    const AdamFactors<T> factors(adam);
    T* parameter = slot.parameter.data_ptr<T>();
    const T* gradient = slot.gradient.data_ptr<T>();
    T* average = slot.first.data_ptr<T>();
    T* square = slot.second.data_ptr<T>();
    in_parts(slot.parameter.numel(), [&](int64_t from, int64_t to) {
        adam_loop(parameter + from, gradient + from, average + from, square + from, to - from, factors);
    });
    mark_changed(slot.parameter);
}

/// Tensors that no plain loop can walk: on a GPU, of half precision, or laid out differently. A list goes to each operator.
struct Lists {
    std::vector<at::Tensor> parameters;
    std::vector<at::Tensor> gradients;
    std::vector<at::Tensor> averages;
    std::vector<at::Tensor> squares;
};

void step_by_operators(const Lists& lists, const Adam& adam) {
    auto gradients = lists.gradients;
    if (adam.weight_decay != 0 && adam.decoupled) {
        at::_foreach_mul_(lists.parameters, 1 - adam.lr * adam.weight_decay);
    } else if (adam.weight_decay != 0) {
        gradients = at::_foreach_add(gradients, lists.parameters, adam.weight_decay);
    }
    at::_foreach_mul_(lists.averages, adam.beta1);
    at::_foreach_add_(lists.averages, gradients, 1 - adam.beta1);
    at::_foreach_mul_(lists.squares, adam.beta2);
    at::_foreach_addcmul_(lists.squares, gradients, gradients, 1 - adam.beta2);
    auto denominators = at::_foreach_sqrt(lists.squares);
    at::_foreach_div_(denominators, adam.correction2_root);
    at::_foreach_add_(denominators, adam.eps);
    at::_foreach_addcdiv_(lists.parameters, lists.averages, denominators, -adam.step_size);
}

void step(const std::vector<Slot>& slots, const Adam& adam) {
    Lists others;
    for (const auto& slot : slots) {
        if (!is_plain(slot)) {
            others.parameters.push_back(slot.parameter);
            others.gradients.push_back(slot.gradient);
            others.averages.push_back(slot.first);
            others.squares.push_back(slot.second);
        } else if (slot.parameter.scalar_type() == at::kFloat) {
            step_plain<float>(slot, adam);
        } else {
            step_plain<double>(slot, adam);
        }
    }
    if (!others.parameters.empty()) {
        step_by_operators(others, adam);
    }
}

}  // namespace
}  // namespace shim

/// One step, the `step`-th counted from 1. The group's states are the averages of the gradients and of their squares.
SHIM_EXPORT int32_t shim_group_adam(shim::ParameterGroup* group, int64_t step, double lr, double beta1, double beta2, double eps,
    double weight_decay, int32_t decoupled) {
    return shim::guarded_action([&] {
        TORCH_CHECK(group->first.size() == group->parameters.size() && group->second.size() == group->parameters.size(),
            "Adam needs two states a parameter");
        TORCH_CHECK(step > 0, "steps are counted from 1, not from ", step);
        const at::NoGradGuard no_grad;
        shim::step(shim::slots(*group), shim::prepare(step, lr, beta1, beta2, eps, weight_decay, decoupled != 0));
    });
}
