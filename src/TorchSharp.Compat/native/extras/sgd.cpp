// Stochastic gradient descent (https://pytorch.org/docs/stable/generated/torch.optim.SGD.html), for a whole group at once.
#include "extras/kernels.h"

namespace shim {

namespace {

struct Sgd {
    double lr;
    double momentum;
    double dampening;
    double weight_decay;
    bool nesterov;
    bool first_step;
};

template <typename T>
struct SgdFactors {
    explicit SgdFactors(const Sgd& sgd)
        : minus_lr(static_cast<T>(-sgd.lr)),
          momentum(static_cast<T>(sgd.momentum)),
          fresh(static_cast<T>(1 - sgd.dampening)),
          weight_decay(static_cast<T>(sgd.weight_decay)) {}
    T minus_lr;
    T momentum;
    T fresh;
    T weight_decay;
};

#define SHIM_SGD_LOOPS(T)                                                                                                     \
    SHIM_VECTORISED void plain_loop(T* __restrict parameter, const T* __restrict gradient, int64_t n, SgdFactors<T> f) {      \
        for (int64_t i = 0; i < n; ++i) {                                                                                     \
            const T g = gradient[i] + f.weight_decay * parameter[i];                                                          \
            parameter[i] += f.minus_lr * g;                                                                                   \
        }                                                                                                                     \
    }                                                                                                                         \
    SHIM_VECTORISED void momentum_loop(                                                                                       \
        T* __restrict parameter, const T* __restrict gradient, T* __restrict buffer, int64_t n, SgdFactors<T> f) {            \
        for (int64_t i = 0; i < n; ++i) {                                                                                     \
            const T g = gradient[i] + f.weight_decay * parameter[i];                                                          \
            const T b = buffer[i] * f.momentum + f.fresh * g;                                                                 \
            buffer[i] = b;                                                                                                    \
            parameter[i] += f.minus_lr * b;                                                                                   \
        }                                                                                                                     \
    }                                                                                                                         \
    SHIM_VECTORISED void nesterov_loop(                                                                                       \
        T* __restrict parameter, const T* __restrict gradient, T* __restrict buffer, int64_t n, SgdFactors<T> f) {            \
        for (int64_t i = 0; i < n; ++i) {                                                                                     \
            const T g = gradient[i] + f.weight_decay * parameter[i];                                                          \
            const T b = buffer[i] * f.momentum + f.fresh * g;                                                                 \
            buffer[i] = b;                                                                                                    \
            parameter[i] += f.minus_lr * (g + f.momentum * b);                                                                \
        }                                                                                                                     \
    }

SHIM_SGD_LOOPS(float)
SHIM_SGD_LOOPS(double)
#undef SHIM_SGD_LOOPS

template <typename T>
void step_plain(const Slot& slot, const Sgd& sgd) {
    auto factors = SgdFactors<T>(sgd);
    if (sgd.first_step) {
        // The buffer starts as the first gradient itself, whatever the dampening.
        factors.fresh = 1;
    }
    T* parameter = slot.parameter.data_ptr<T>();
    const T* gradient = slot.gradient.data_ptr<T>();
    T* buffer = sgd.momentum == 0 ? nullptr : slot.first.data_ptr<T>();
    in_parts(slot.parameter.numel(), [&](int64_t from, int64_t to) {
        if (buffer == nullptr) {
            plain_loop(parameter + from, gradient + from, to - from, factors);
        } else if (sgd.nesterov) {
            nesterov_loop(parameter + from, gradient + from, buffer + from, to - from, factors);
        } else {
            momentum_loop(parameter + from, gradient + from, buffer + from, to - from, factors);
        }
    });
    mark_changed(slot.parameter);
}

void step_by_operators(const Slot& slot, const Sgd& sgd) {
    auto direction = sgd.weight_decay == 0 ? slot.gradient : slot.gradient.add(slot.parameter, sgd.weight_decay);
    if (sgd.momentum != 0) {
        slot.first.mul_(sgd.momentum).add_(direction, sgd.first_step ? 1 : 1 - sgd.dampening);
        direction = sgd.nesterov ? direction.add(slot.first, sgd.momentum) : slot.first;
    }
    slot.parameter.add_(direction, -sgd.lr);
}

void step(const Slot& slot, const Sgd& sgd) {
    if (!is_plain(slot)) {
        step_by_operators(slot, sgd);
    } else if (slot.parameter.scalar_type() == at::kFloat) {
        step_plain<float>(slot, sgd);
    } else {
        step_plain<double>(slot, sgd);
    }
}

}  // namespace
}  // namespace shim

/// One step. With momentum the group's first state is the buffer, zero before the first step.
SHIM_EXPORT int32_t shim_group_sgd(
    shim::ParameterGroup* group, double lr, double momentum, double dampening, double weight_decay, int32_t nesterov, int32_t first_step) {
    return shim::guarded_action([&] {
        TORCH_CHECK(momentum == 0 || group->first.size() == group->parameters.size(), "SGD with momentum needs a buffer a parameter");
        const at::NoGradGuard no_grad;
        const shim::Sgd sgd{lr, momentum, dampening, weight_decay, nesterov != 0, first_step != 0};
        for (const auto& slot : shim::slots(*group)) {
            shim::step(slot, sgd);
        }
    });
}
