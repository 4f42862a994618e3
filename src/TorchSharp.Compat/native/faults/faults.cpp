// Ends the process when somebody else sends it SIGSEGV. The runtime's own handler expects the faulting instruction to be repeated; where
// there is none, because another process sent the signal, it goes on as if nothing had happened, but no longer notices real faults.
//
// A library of its own: it is wanted from the first moment of a process, long before libtorch is loaded.
#include <csignal>
#include <unistd.h>

namespace {

struct sigaction next_handler;

void end_by(int signal) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void on_fault(int signal, siginfo_t* info, void* context) {
    if (info->si_code <= 0) {
        end_by(signal);
        return;
    }
    // A fault of this process's own code: null references become exceptions, the rest ends the process.
    next_handler.sa_sigaction(signal, info, context);
}

}  // namespace

/// Puts itself before the runtime's handler, once.
extern "C" __attribute__((visibility("default"))) void faults_obey_foreign() {
    struct sigaction known;
    if (sigaction(SIGSEGV, nullptr, &known) != 0) {
        return;
    }
    if (!(known.sa_flags & SA_SIGINFO)) {
        // The runtime gives its handler up only for a signal that came before now. It is obeyed late rather than never.
        end_by(SIGSEGV);
        return;
    }
    if (known.sa_sigaction == on_fault) {
        return;
    }
    next_handler = known;
    struct sigaction ours = known;
    ours.sa_sigaction = on_fault;
    sigaction(SIGSEGV, &ours, nullptr);
}

/// Whatever the process does then, even if it is just being taken down: the operating system ends it after so many seconds.
extern "C" __attribute__((visibility("default"))) void faults_end_within(unsigned seconds) { alarm(seconds); }
