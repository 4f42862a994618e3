// Limits on the gradients of a whole group (https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html).
#include "extras/kernels.h"

#include <cmath>

namespace shim {

namespace {

constexpr int lanes = 8;

#define SHIM_CLIP_LOOPS(T)                                                                                                    \
    SHIM_VECTORISED double sum_of_squares(const T* values, int64_t n) {                                                       \
        double sums[lanes] = {};                                                                                              \
        int64_t i = 0;                                                                                                        \
        for (; i + lanes <= n; i += lanes) {                                                                                  \
            for (int lane = 0; lane < lanes; ++lane) {                                                                        \
                const double value = static_cast<double>(values[i + lane]);                                                   \
                sums[lane] += value * value;                                                                                  \
            }                                                                                                                 \
        }                                                                                                                     \
        double total = 0;                                                                                                     \
        for (; i < n; ++i) {                                                                                                  \
            total += static_cast<double>(values[i]) * static_cast<double>(values[i]);                                         \
        }                                                                                                                     \
        for (const double sum : sums) {                                                                                       \
            total += sum;                                                                                                     \
        }                                                                                                                     \
        return total;                                                                                                         \
    }                                                                                                                         \
    SHIM_VECTORISED void scale(T* values, int64_t n, T factor) {                                                              \
        for (int64_t i = 0; i < n; ++i) {                                                                                     \
            values[i] *= factor;                                                                                              \
        }                                                                                                                     \
    }

SHIM_CLIP_LOOPS(float)
SHIM_CLIP_LOOPS(double)
#undef SHIM_CLIP_LOOPS

bool is_plain_gradient(const at::Tensor& gradient) {
    const auto type = gradient.scalar_type();
    return gradient.device().is_cpu() && (type == at::kFloat || type == at::kDouble) && gradient.is_non_overlapping_and_dense();
}

double squared_norm(const at::Tensor& gradient) {
    if (!is_plain_gradient(gradient)) {
        const auto norm = gradient.norm().item<double>();
        return norm * norm;
    }
    return gradient.scalar_type() == at::kFloat ? sum_of_squares(gradient.data_ptr<float>(), gradient.numel())
                                                : sum_of_squares(gradient.data_ptr<double>(), gradient.numel());
}

void scale_gradient(const at::Tensor& gradient, double factor) {
    if (!is_plain_gradient(gradient)) {
        gradient.mul_(factor);
    } else if (gradient.scalar_type() == at::kFloat) {
        scale(gradient.data_ptr<float>(), gradient.numel(), static_cast<float>(factor));
    } else {
        scale(gradient.data_ptr<double>(), gradient.numel(), factor);
    }
}

double clip_norm(const ParameterGroup& group, double max_norm) {
    double total = 0;
    const auto found = slots(group);
    for (const auto& slot : found) {
        total += squared_norm(slot.gradient);
    }
    total = std::sqrt(total);
    const auto factor = max_norm / (total + 1e-6);
    for (const auto& slot : found) {
        // Written so that a norm that is not a number reaches every gradient, as PyTorch has it.
        if (!(factor >= 1)) {
            scale_gradient(slot.gradient, factor);
        }
    }
    return total;
}

}  // namespace
}  // namespace shim

/// Shrinks all gradients together so that their common 2-norm is at most `max_norm`; `total` becomes the norm before.
SHIM_EXPORT int32_t shim_group_clip_grad_norm(shim::ParameterGroup* group, double max_norm, double* total) {
    return shim::guarded_action([&] {
        const at::NoGradGuard no_grad;
        *total = shim::clip_norm(*group, max_norm);
    });
}
