#!/usr/bin/env bash
# The one entry to Builder. Every command does whatever set-up it still needs, says so in one line a step, and is quick when
# nothing has changed. The parts live in scripts/lib: setup.sh (what is missing), run.sh (the server), package.sh (an
# archive to download), test.sh (all suites), text.sh (two languages).
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
state=$root/.build
logs=$state/logs
source "$root/scripts/lib/text.sh"
source "$root/scripts/lib/setup.sh"

# Hands over to the runner. It keeps the caller's folder, so that relative paths mean what the caller wrote.
run_engine() {
  ensure_runner
  use_program "$runner"
  exec "$runner/builder-runner" "$@"
}

main() {
  local command=${1:-help}
  (( $# )) && shift
  case $command in
    train | predict | export | check | serve)
      run_engine "$command" "$@" ;;
    run)
      source "$root/scripts/lib/run.sh"
      if asks_for_help "$@"; then run_help; exit; fi
      run_server "$@" ;;
    restore)
      source "$root/scripts/lib/run.sh"
      if asks_for_help "$@"; then restore_help; exit; fi
      restore_database "$@" ;;
    bench)
      if [[ ${1:-} == ui ]]; then
        ensure_browser
        ensure_runner
        ensure_web
        ensure_bench_ui
        export BUILDER_ROOT=$root BUILDER_WEB=$web/builder-web BUILDER_RUNNER=$runner/builder-runner
        exec "$bench_ui/builder-bench-ui" "${@:2}"
      fi
      asks_for_help "$@" || ensure_python_packages
      ensure_bench
      use_program "$bench"
      exec "$bench/builder-bench" "$@" ;;
    doctor)
      # With --json standard output belongs to the runner's one line.
      asks_for_help "$@" || has_option --json "$@" || { source "$root/scripts/lib/doctor.sh"; report_machine; }
      run_engine doctor "$@" ;;
    setup)
      if asks_for_help "$@"; then setup_help; exit; fi
      no_arguments setup "$@"
      ensure_runner
      ensure_web
      say "Everything is ready. Try: ./builder run" "一切就绪。可以运行：./builder run" ;;
    test)
      source "$root/scripts/lib/test.sh"
      if asks_for_help "$@"; then test_help; exit; fi
      run_suites "$@" ;;
    verify)
      source "$root/scripts/lib/test.sh"
      if asks_for_help "$@"; then verify_help; exit; fi
      verify "$@" ;;
    package)
      source "$root/scripts/lib/package.sh"
      if asks_for_help "$@"; then package_help; exit; fi
      make_package "$@" ;;
    help | --help | -h)
      main_help ;;
    *)
      die "There is no command \"$command\". ./builder help lists them all." \
          "没有“$command”这个命令。用 ./builder help 查看全部命令。" ;;
  esac
}

asks_for_help() { has_option --help "$@" || has_option -h "$@" || has_option '-?' "$@"; }

has_option() {
  local wanted=$1 given
  shift
  for given; do [[ $given == "$wanted" ]] && return; done
  return 1
}

no_arguments() {
  local command=$1
  (( $# == 1 )) || die "./builder $command takes no arguments, but got \"$2\"." "./builder $command 不带参数，却收到了“$2”。"
}

main "$@"
