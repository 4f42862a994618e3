// Ends the process when somebody else sends it SIGSEGV. The runtime's own handler expects the faulting instruction to be repeated; where
// there is none, because another process sent the signal, it goes on as if nothing had happened, but no longer notices real faults.
#include "shim.h"

#include <csignal>

namespace {

struct sigaction next_handler;

void on_fault(int signal, siginfo_t* info, void* context) {
    if (info->si_code <= 0) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    // A fault of this process's own code: null references become exceptions, the rest ends the process.
    next_handler.sa_sigaction(signal, info, context);
}

}  // namespace

/// Puts itself before the runtime's handler, once.
SHIM_EXPORT void shim_obey_foreign_faults() {
    struct sigaction known;
    if (sigaction(SIGSEGV, nullptr, &known) != 0 || !(known.sa_flags & SA_SIGINFO) || known.sa_sigaction == on_fault) {
        return;
    }
    next_handler = known;
    struct sigaction ours = known;
    ours.sa_sigaction = on_fault;
    sigaction(SIGSEGV, &ours, nullptr);
}
