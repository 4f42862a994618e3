// How this process ends when others end it or are gone. A library of its own: it is wanted from the first moment of a process, long before
// libtorch is loaded.
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

namespace {

// The runtime's own handler expects the faulting instruction to be repeated; where there is none, because another process sent the signal,
// it goes on as if nothing had happened, but no longer notices real faults.
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

void end_within(unsigned seconds) {
    const unsigned before = alarm(seconds);
    if (before > 0 && before < seconds) {
        alarm(before);
    }
}

unsigned seconds_after_input;

void* watch_input(void*) {
    // Asked for nothing: what there is to read is not this thread's business, and a broken pipe is told unasked.
    pollfd input{STDIN_FILENO, 0, 0};
    while (poll(&input, 1, -1) < 0 && errno == EINTR) {
    }
    if (input.revents & (POLLHUP | POLLERR)) {
        end_within(seconds_after_input);
    }
    return nullptr;
}

}  // namespace

#define EXPORTED extern "C" __attribute__((visibility("default")))

/// Puts itself before the runtime's handler, once.
EXPORTED void ending_obey_foreign_faults() {
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

/// At once, without taking anything down.
EXPORTED void ending_now(int code) { _exit(code); }

/// Whatever the process does then, even if it is just being taken down: the operating system ends it after so many seconds.
EXPORTED void ending_within(unsigned seconds) { end_within(seconds); }

/// The same, so many seconds after the last writer of standard input has closed it.
EXPORTED void ending_within_of_input(unsigned seconds) {
    seconds_after_input = seconds;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    // Signals are the business of the runtime's threads.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    pthread_create(&thread, &attributes, watch_input, nullptr);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    pthread_attr_destroy(&attributes);
}
