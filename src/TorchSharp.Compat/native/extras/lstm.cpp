// Long short-term memory (https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html). libtorch's own calls a dozen operators for each
// step of time and records each for the backward pass; here a step is one matrix product and one loop, forwards and backwards.
#include "extras/activations.h"
#include "extras/autocast.h"
#include "extras/kernels.h"

#include <ATen/ops/add.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/dropout.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/lstm.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <tuple>

namespace shim {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The four gates of one sample at one step: i, f, g, o, each `width` numbers.
template <typename T>
struct Gates {
    Gates(T* row, int64_t width) : i(row), f(row + width), g(row + 2 * width), o(row + 3 * width) {}
    T* i;
    T* f;
    T* g;
    T* o;
};

#define SHIM_LSTM_LOOPS(T)                                                                                                    \
    SHIM_VECTORISED void lstm_forward(T* __restrict i, T* __restrict f, T* __restrict g, T* __restrict o,                     \
        const T* __restrict before, T* __restrict cell, T* __restrict output, int64_t width) {                                \
        for (int64_t k = 0; k < width; ++k) {                                                                                 \
            const T in = sigmoid(i[k]);                                                                                       \
            const T forget = sigmoid(f[k]);                                                                                   \
            const T candidate = hyperbolic_tangent(g[k]);                                                                     \
            const T out = sigmoid(o[k]);                                                                                      \
            const T now = forget * before[k] + in * candidate;                                                                \
            i[k] = in;                                                                                                        \
            f[k] = forget;                                                                                                    \
            g[k] = candidate;                                                                                                 \
            o[k] = out;                                                                                                       \
            cell[k] = now;                                                                                                    \
            output[k] = out * hyperbolic_tangent(now);                                                                        \
        }                                                                                                                     \
    }                                                                                                                         \
    SHIM_VECTORISED void lstm_backward(const T* __restrict gate, const T* __restrict before, const T* __restrict cell,        \
        const T* __restrict of_output, const T* __restrict of_next, T* __restrict of_cell, T* __restrict i, T* __restrict f,  \
        T* __restrict g, T* __restrict o, int64_t width) {                                                                    \
        for (int64_t k = 0; k < width; ++k) {                                                                                 \
            const T in = gate[k];                                                                                             \
            const T forget = gate[width + k];                                                                                 \
            const T candidate = gate[2 * width + k];                                                                          \
            const T out = gate[3 * width + k];                                                                                \
            const T bent = hyperbolic_tangent(cell[k]);                                                                       \
            const T of_hidden = of_output[k] + of_next[k];                                                                    \
            const T total = of_cell[k] + of_hidden * out * (1 - bent * bent);                                                 \
            i[k] = total * candidate * in * (1 - in);                                                                         \
            f[k] = total * before[k] * forget * (1 - forget);                                                                 \
            g[k] = total * in * (1 - candidate * candidate);                                                                  \
            o[k] = of_hidden * bent * out * (1 - out);                                                                        \
            of_cell[k] = total * forget;                                                                                      \
        }                                                                                                                     \
    }

SHIM_LSTM_LOOPS(float)
SHIM_LSTM_LOOPS(double)
#undef SHIM_LSTM_LOOPS

/// Calls `loop(row)` for each sample, on several threads where that pays.
template <typename Loop>
void for_each_row(int64_t rows, int64_t width, const Loop& loop) {
    const auto walk = [&](int64_t from, int64_t to) {
        for (int64_t row = from; row < to; ++row) {
            loop(row);
        }
    };
    in_parts(rows, walk, std::max<int64_t>(1, grain / std::max<int64_t>(1, width)));
}

/// One step: `gates` [N, 4H] are replaced by what they let through; `cell` and `output` [N, H] are filled.
template <typename T>
void step_forward(const at::Tensor& gates, const at::Tensor& before, const at::Tensor& cell, const at::Tensor& output) {
    const auto width = cell.size(1);
    auto* gate = gates.data_ptr<T>();
    const auto* old = before.data_ptr<T>();
    auto* now = cell.data_ptr<T>();
    auto* out = output.data_ptr<T>();
    for_each_row(cell.size(0), width, [&](int64_t row) {
        const Gates<T> of(gate + row * 4 * width, width);
        const auto at = row * width;
        lstm_forward(of.i, of.f, of.g, of.o, old + at, now + at, out + at, width);
    });
}

/// One step back: `of_gates` [N, 4H] gets the gradients before the activations, `of_cell` [N, H] that of the cell one step earlier in place
/// of this step's.
template <typename T>
void step_backward(const at::Tensor& gates, const at::Tensor& before, const at::Tensor& cell, const at::Tensor& of_output,
    const at::Tensor& of_next, const at::Tensor& of_cell, const at::Tensor& of_gates) {
    const auto width = cell.size(1);
    const auto* gate = gates.data_ptr<T>();
    auto* filled = of_gates.data_ptr<T>();
    const auto* old = before.data_ptr<T>();
    const auto* now = cell.data_ptr<T>();
    const auto* output = of_output.data_ptr<T>();
    const auto* next = of_next.data_ptr<T>();
    auto* carried = of_cell.data_ptr<T>();
    for_each_row(cell.size(0), width, [&](int64_t row) {
        const Gates<T> of(filled + row * 4 * width, width);
        const auto at = row * width;
        lstm_backward(gate + row * 4 * width, old + at, now + at, output + at, next + at, carried + at, of.i, of.f, of.g, of.o, width);
    });
}

/// What the hidden state was before each step, times the gradients of that step's gates, summed: the gradient of weight_hh [4H, H].
at::Tensor gradient_of_recurrent_weight(const at::Tensor& gates, const at::Tensor& output, const at::Tensor& first, bool reverse) {
    const auto steps = gates.size(0);
    const auto begin = gates.select(0, reverse ? steps - 1 : 0);
    auto gradient = at::mm(begin.t(), first);
    if (steps > 1) {
        const auto later = gates.narrow(0, reverse ? 0 : 1, steps - 1).reshape({-1, gates.size(2)});
        const auto before = output.narrow(0, reverse ? 1 : 0, steps - 1).reshape({-1, output.size(2)});
        gradient.addmm_(later.t(), before);
    }
    return gradient;
}

/// One layer in one direction over plain memory.
struct LstmLayer : torch::autograd::Function<LstmLayer> {
    /// input [T, N, I], hidden and cell [N, H], weight_ih [4H, I], weight_hh [4H, H], bias [4H] to all outputs [T, N, H] and the last cell.
    static variable_list forward(AutogradContext* context, const at::Tensor& input, const at::Tensor& hidden, const at::Tensor& cell,
        const at::Tensor& weight_ih, const at::Tensor& weight_hh, const at::Tensor& bias, bool reverse) {
        const auto steps = input.size(0);
        const auto batch = input.size(1);
        const auto width = hidden.size(1);
        // The products check what they are given; the loops walk over memory.
        TORCH_CHECK(hidden.size(0) == batch && cell.sizes() == hidden.sizes() && weight_ih.size(0) == 4 * width,
            "an LSTM of ", weight_ih.size(0) / 4, " numbers was given ", batch, " samples and states of ", hidden.sizes(), " and ", cell.sizes());
        const auto gates = at::addmm(bias, input.reshape({steps * batch, input.size(2)}), weight_ih.t()).view({steps, batch, 4 * width});
        const auto cells = at::empty({steps, batch, width}, input.options());
        const auto output = at::empty_like(cells);
        const auto weight = weight_hh.t();
        auto last_hidden = hidden;
        auto last_cell = cell;
        for (int64_t step = 0; step < steps; ++step) {
            const auto t = reverse ? steps - 1 - step : step;
            auto gate = gates.select(0, t);
            gate.addmm_(last_hidden, weight);
            const auto now = cells.select(0, t);
            const auto out = output.select(0, t);
            input.scalar_type() == at::kFloat ? step_forward<float>(gate, last_cell, now, out) : step_forward<double>(gate, last_cell, now, out);
            last_hidden = out;
            last_cell = now;
        }
        context->save_for_backward({input, hidden, cell, weight_ih, weight_hh, gates, cells, output});
        context->saved_data["reverse"] = reverse;
        return {output, last_cell.clone()};
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        TORCH_CHECK(!c10::GradMode::is_enabled(), "the gradient of an LSTM has no gradient of its own");
        const auto saved = context->get_saved_variables();
        const auto& input = saved[0];
        const auto& hidden = saved[1];
        const auto& first_cell = saved[2];
        const auto& weight_ih = saved[3];
        const auto& weight_hh = saved[4];
        const auto& gates = saved[5];
        const auto& cells = saved[6];
        const auto& output = saved[7];
        const auto reverse = context->saved_data["reverse"].toBool();
        const auto steps = gates.size(0);
        const auto of_outputs = gradients[0].contiguous();
        auto of_cell = gradients[1].clone(at::MemoryFormat::Contiguous);
        auto of_next = at::zeros_like(of_cell);
        const auto of_gates = at::empty_like(gates);
        for (int64_t step = steps - 1; step >= 0; --step) {
            const auto t = reverse ? steps - 1 - step : step;
            const auto before = step == 0 ? first_cell : cells.select(0, reverse ? t + 1 : t - 1);
            const auto gate = gates.select(0, t);
            const auto cell = cells.select(0, t);
            const auto of_output = of_outputs.select(0, t);
            const auto of_gate = of_gates.select(0, t);
            input.scalar_type() == at::kFloat ? step_backward<float>(gate, before, cell, of_output, of_next, of_cell, of_gate)
                                              : step_backward<double>(gate, before, cell, of_output, of_next, of_cell, of_gate);
            at::mm_out(of_next, of_gate, weight_hh);
        }
        const auto flat = of_gates.view({-1, of_gates.size(2)});
        const at::Tensor none;
        // What is frozen, or data, wants no gradient.
        return {input.requires_grad() ? flat.mm(weight_ih).view_as(input) : none, of_next, of_cell,
            weight_ih.requires_grad() ? flat.t().mm(input.reshape({-1, input.size(2)})) : none,
            weight_hh.requires_grad() ? gradient_of_recurrent_weight(of_gates, output, hidden, reverse) : none, flat.sum(0), none};
    }
};

/// True where the loops can walk over the tensor.
bool is_plain(const at::Tensor& tensor, at::ScalarType type) {
    return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.scalar_type() == type;
}

bool is_plain(const at::Tensor& input, at::TensorList states, at::TensorList parameters) {
    const auto type = input.scalar_type();
    const auto fits = [&](const at::Tensor& tensor) { return is_plain(tensor, type); };
    return (type == at::kFloat || type == at::kDouble) && input.dim() == 3 && input.numel() > 0 && fits(input) &&
        !is_autocast_enabled(c10::DeviceType::CPU) && std::all_of(states.begin(), states.end(), fits) &&
        std::all_of(parameters.begin(), parameters.end(), fits);
}

/// Layers on top of each other, each in one or two directions, with the order of libtorch's `lstm.input`: also its random numbers are used
/// in the same order.
std::tuple<at::Tensor, at::Tensor, at::Tensor> lstm(const at::Tensor& input, at::TensorList states, at::TensorList parameters,
    bool has_biases, int64_t layers, double dropout, bool train, bool bidirectional, bool batch_first) {
    if (!is_plain(input, states, parameters)) {
        return at::lstm(input, states, parameters, has_biases, layers, dropout, train, bidirectional, batch_first);
    }
    const int64_t directions = bidirectional ? 2 : 1;
    const int64_t per_direction = has_biases ? 4 : 2;
    auto values = batch_first ? input.transpose(0, 1) : input;
    std::vector<at::Tensor> hidden;
    std::vector<at::Tensor> cells;
    for (int64_t layer = 0; layer < layers; ++layer) {
        std::vector<at::Tensor> outputs;
        values = values.contiguous();
        for (int64_t direction = 0; direction < directions; ++direction) {
            const auto place = layer * directions + direction;
            const auto* own = &parameters[static_cast<size_t>(place * per_direction)];
            const auto bias = has_biases ? at::add(own[2], own[3]) : at::zeros({own[0].size(0)}, input.options());
            const auto reverse = direction == 1;
            const auto result = LstmLayer::apply(values, states[0].select(0, place).contiguous(), states[1].select(0, place).contiguous(),
                own[0], own[1], bias, reverse);
            outputs.push_back(result[0]);
            hidden.push_back(result[0].select(0, reverse ? 0 : values.size(0) - 1));
            cells.push_back(result[1]);
        }
        values = bidirectional ? at::cat(outputs, 2) : outputs[0];
        if (dropout != 0 && train && layer < layers - 1) {
            values = at::dropout(values, dropout, true);
        }
    }
    return {batch_first ? values.transpose(0, 1) : values, at::stack(hidden), at::stack(cells)};
}

}  // namespace
}  // namespace shim

TORCH_LIBRARY(builder, library) {
    library.def(
        "lstm(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, "
        "bool batch_first) -> (Tensor, Tensor, Tensor)",
        &shim::lstm);
}
