// The generic call into libtorch's dispatcher: any operator, by name, with tagged values in and out.
#include "value.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include <memory>

namespace shim {

struct Operator {
    c10::OperatorHandle handle;
    // What stands for an argument that the caller left out: the schema's default, or none.
    std::vector<c10::IValue> defaults;
};

namespace {

std::unique_ptr<Operator> find(const char* name, const char* overload) {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!handle.has_value()) {
        TORCH_CHECK(false, "this libtorch has no operator ", name, ".", overload);
    }
    auto found = std::make_unique<Operator>(Operator{*handle, {}});
    for (const auto& argument : handle->schema().arguments()) {
        found->defaults.push_back(argument.default_value().has_value() ? *argument.default_value() : c10::IValue());
    }
    return found;
}

/// libtorch's advice to programmers is no concern of the people who use the program, so it is not printed.
#if LIBTORCH_VERSION_MAJOR >= 2
struct Quiet : c10::WarningHandler {
    void process(const c10::Warning&) override {}
};
void install(c10::WarningHandler* handler) { c10::WarningUtils::set_warning_handler(handler); }
#else
struct Quiet : c10::WarningHandler {
    void process(const c10::SourceLocation&, const std::string&, const bool) override {}
};
void install(c10::WarningHandler* handler) { c10::Warning::set_warning_handler(handler); }
#endif

Quiet quiet;

/// What a thread needs to call operators. One stack is enough: no operator calls back into this file.
struct ThreadState {
    ThreadState() { install(&quiet); }
    torch::jit::Stack stack;
};

thread_local ThreadState state;

int32_t call(const Operator& op, const Value* arguments, int32_t argument_count, Value* results, int32_t capacity) {
    TORCH_CHECK(static_cast<size_t>(argument_count) <= op.defaults.size(),
        op.handle.operator_name(), " takes ", op.defaults.size(), " arguments, not ", argument_count);
    auto& stack = state.stack;
    stack.clear();
    for (int32_t i = 0; i < argument_count; ++i) {
        stack.push_back(to_ivalue(arguments[i]));
    }
    stack.insert(stack.end(), op.defaults.begin() + argument_count, op.defaults.end());
    op.handle.callBoxed(&stack);
    const auto returned = static_cast<int32_t>(stack.size());
    for (int32_t i = 0; i < returned && i < capacity; ++i) {
        results[i] = to_value(std::move(stack[static_cast<size_t>(i)]));
    }
    stack.clear();
    return returned;
}

}  // namespace
}  // namespace shim

/// Finds an operator; the pointer stays valid for the life of the process. Null if this libtorch does not have it.
SHIM_EXPORT const shim::Operator* shim_find_operator(const char* name, const char* overload) {
    return shim::guarded<const shim::Operator*>(nullptr, [&] { return shim::find(name, overload).release(); });
}

/// Calls an operator. Arguments left out at the end take the schema's defaults; results past `capacity` are dropped.
/// Returns the number of results of the operator, or -1.
SHIM_EXPORT int32_t shim_call(
    const shim::Operator* op, const shim::Value* arguments, int32_t argument_count, shim::Value* results, int32_t capacity) {
    const auto returned = shim::guarded<int32_t>(-1, [&] { return shim::call(*op, arguments, argument_count, results, capacity); });
    if (returned < 0) {
        shim::state.stack.clear();
    }
    return returned;
}
