# shellcheck shell=bash
# ./builder test: builds everything, runs the suites one after the other (each uses all cores by itself), adds up their results.
# One suite runs behind all others, because it trains for minutes, each training on one thread; so is the archive made that another one tries.

passed=0
failed=0
suite_behind=Builder.ReadyProjects.Tests
process_behind=
package_suite=Builder.EndToEnd.Tests
package_behind=
failures=()

# Suites that need neither a published program nor a browser: the rules of the house, documents, data, layers and the browser part's own.
suites_quick=(Architecture Datasets Files Graph Proposals Protocol Storage Training wwwroot-assets)

test_help() {
  text "Usage: ./builder test [SUITE]… [-- OPTIONS OF THE TEST RUNNER]

Builds the solution and runs every suite under tests, or those whose names contain one of the given words. The last line is
\"N passed, N failed\" over all of them; a suite that crashes, hangs or is missing counts as failed.

  ./builder test                               everything
  ./builder test quick                         what takes less than five minutes: all but programs, trainings and the browser
  ./builder test graph datasets                two suites
  ./builder test training -- -class \"*Lstm*\"   the classes that match" \
"用法：./builder test [测试集]… [-- 测试运行器的选项]

构建整个解决方案，运行 tests 下的全部测试集，或名称包含所给词语的测试集。最后一行是全部结果的合计：“N passed, N failed”；
崩溃、停滞或缺失的测试集计为失败。

  ./builder test                               全部
  ./builder test quick                         五分钟以内的部分：不含程序、完整训练和浏览器
  ./builder test graph datasets                两个测试集
  ./builder test training -- -class \"*Lstm*\"   名称匹配的类"
}

verify_help() {
  text "Usage: ./builder verify [PROJECT]…

Runs the long proofs whole that ./builder test runs in a shortened form: every ready project, or those that are named, is trained as a new
user would until it reaches what its README promises; without a name the server is also killed fifty times while somebody works, and its
trainings twenty times each way. Takes half an hour on two cores. The last line is \"N passed, N failed\"." \
"用法：./builder verify [项目]…

完整运行 ./builder test 只做缩短版的长时间检验：像新用户那样把全部（或指定的）现成项目训练到底，直到达到各自 README
承诺的成绩；不指定项目时，还会在有人使用的过程中强行终止服务器五十次，并以每种方式各终止训练二十次。双核机器上约需半小时。最后一行是“N passed, N failed”。"
}

# verify PROJECT…
verify() {
  local chosen=() project
  for project; do
    [[ -e $root/templates/$project/project.json ]] || die "There is no ready project \"$project\". There are: $(cd "$root/templates" && echo *)" \
      "没有名为“$project”的现成项目。现有：$(cd "$root/templates" && echo *)"
    chosen+=(-trait "project=$project")
  done
  export BUILDER_WHOLE_PROOFS=1
  if (( ${#chosen[@]} )); then
    run_suites readyprojects -- "${chosen[@]}"
  fi
  run_suites readyprojects endtoend runner web.tests -- -class "Builder.ReadyProjects.*" -class "*.Kills.KilledServerTests" -class "*KillAndResumeTests" -class "*.CrashTests"
}

run_suites() {
  local filters=() options=() suite
  while (( $# )) && [[ $1 != -- ]]; do filters+=("$1"); shift; done
  if (( $# )); then options=("${@:2}"); fi
  local quick=
  if [[ ${filters[*]} == quick ]]; then
    quick=yes
    filters=("${suites_quick[@]}")
  fi

  # Whatever stops the script on its way, the last line tells the sum, and nothing passes by not having run.
  trap 'end_tests $?' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  failed=1
  if [[ -n $quick ]]; then
    locked prepare_quick_suites
  else
    ensure_python_packages
    ensure_browser
    keep_compiler
    locked build_solution
    # The suites run the programs that people run.
    ensure_runner
    export BUILDER_RUNNER=$runner/builder-runner
    if has_suite "$suite_behind" && matches "$suite_behind" "${filters[@]}"; then start_suite_behind "${options[@]}"; fi
    ensure_web
    release_compiler
    export BUILDER_WEB=$web/builder-web
    if (( ${#filters[@]} + ${#options[@]} == 0 )) && has_suite "$package_suite"; then start_package_behind; fi
  fi
  failed=0

  for suite in "$root"/tests/*.Tests/; do
    suite=${suite%/}
    suite=${suite##*/}
    if [[ $suite == "$suite_behind" ]] || ! matches "$suite" "${filters[@]}"; then continue; fi
    if [[ $suite == "$package_suite" ]]; then end_package_behind; fi
    run_suite "$suite" "${options[@]}"
  done
  if matches wwwroot-assets "${filters[@]}"; then run_assets_suite; fi
  if [[ -n $process_behind ]]; then end_suite_behind "${options[@]}"; fi
  (( passed + failed > 0 )) || {
    failed=1
    say "No test ran. Suites: $(cd "$root/tests" && echo *.Tests)" "没有运行任何测试。测试集：$(cd "$root/tests" && echo *.Tests)"
  }
  exit $(( failed > 0 ))
}

# end_tests CODE: a script that is stopped half-way has not passed.
end_tests() {
  stop_suite_behind
  stop_package_behind
  release_compiler
  (( $1 == 0 || failed > 0 )) || failed=1
  print_failures
  print_sum
}

# Whoever sees only the end of a long output reads there what failed.
print_failures() {
  (( ${#failures[@]} )) || return 0
  text "Failed:" "失败："
  printf '    %s\n' "${failures[@]}"
}

print_sum() { printf '%d passed, %d failed\n' "$passed" "$failed"; }

has_suite() { [[ -d $root/tests/$1 ]]; }

# matches NAME WORD…: one of the words is in the name, or there are none
matches() {
  local name=$1 word
  shift
  (( $# )) || return 0
  for word; do [[ ${name,,} == *"${word,,}"* ]] && return; done
  return 1
}

prepare_quick_suites() {
  ensure_web_packages
  ensure_dotnet
  build_assets
  build_solution
}

build_solution() {
  ensure_dotnet
  local stamp=$state/solution now
  now=$(fingerprint src tests)
  [[ -e $stamp && $(<"$stamp") == "$now" ]] && return
  rm -f "$stamp"
  step solution "Building the solution" "正在构建整个解决方案" \
    compile build "$root/Builder.sln" -graph -c Release --nologo -v minimal -clp:NoSummary
  printf '%s' "$now" >"$stamp"
}

run_suite() {
  local code=0
  (suite_program "$@") || code=$?
  count_suite "$code" "$@"
}

# The others go first wherever both want the processor: some of them measure how long a person waits.
start_suite_behind() {
  # As the function's last command is exec, the process that is waited for, or ended, is the suite's own.
  { renice -n 19 -p "$BASHPID" >/dev/null; suite_program "$suite_behind" "$@"; } &
  process_behind=$!
}

end_suite_behind() {
  local code=0
  wait "$process_behind" || code=$?
  process_behind=
  count_suite "$code" "$suite_behind" "$@"
}

stop_suite_behind() { [[ -z $process_behind ]] || kill "$process_behind" 2>/dev/null || true; }

# The suite that tries the archive would make it itself; it is made beside the suites before it, and waited for: a journey that waits keeps others from their turn.
start_package_behind() {
  mkdir -p "$logs"
  timeout --kill-after=10 "${BUILDER_SUITE_SECONDS:-2400}" "$root/builder" package linux-x64 >"$logs/package-behind.log" 2>&1 &
  package_behind=$!
}

# An archive that could not be made is no reason to stop: the suite tries again, and tells why.
end_package_behind() {
  [[ -n $package_behind ]] || return 0
  wait "$package_behind" || true
  package_behind=
}

stop_package_behind() { [[ -z $package_behind ]] || kill "$package_behind" 2>/dev/null || true; }

# suite_program NAME OPTION…: takes the place of the shell that calls it.
suite_program() {
  local name=$1
  shift
  mkdir -p "$logs"
  rm -f "$logs/$name.xml"
  exec >"$logs/$name.log" 2>&1
  run_dotnet_program "$root/tests/$name/bin/Release/net10.0/$name.dll" -noLogo -noColor -reporter quiet -xml "$logs/$name.xml" "$@"
}

# count_suite CODE NAME OPTION…: adds what the suite's report says.
count_suite() {
  local code=$1 name=$2 counts good bad seconds
  shift 2
  counts=$(counts_of "$logs/$name.xml") || counts="0 1 ?"
  read -r good bad seconds <<<"$counts"
  # A suite that ends badly without naming a failed test (a crash after the last one, a hang) is a failure all the same; so is one
  # in which nothing ran, unless the caller chose the tests.
  if (( bad == 0 && (code != 0 || good == 0) )) && (( good > 0 || $# == 0 )); then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
  printf '%-32s %6d passed, %d failed (%s s)\n' "$name" "$good" "$bad" "$seconds"
  (( bad > 0 )) || return 0
  show_suite_failure "$logs/$name.log" "$code"
  note_failures "$name" "$code" failed_tests "$logs/$name.xml"
}

# The browser's part has a test runner of its own, which writes its counts as JSON. The check of its source counts as one test more.
run_assets_suite() {
  local report=$logs/wwwroot-assets.json log=$logs/wwwroot-assets.log code=0 lint=0 good bad
  mkdir -p "$logs"
  rm -f "$report"
  lint_assets >"$log" 2>&1 || lint=1
  run_assets_program "$report" >>"$log" 2>&1 || code=$?
  good=$(( $(count_in "$report" numPassedTests) + (lint == 0) ))
  bad=$(( $(count_in "$report" numFailedTests) + lint ))
  if (( bad == 0 && (code != 0 || good <= 1) )); then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
  printf '%-32s %6d passed, %d failed\n' wwwroot-assets "$good" "$bad"
  (( bad > 0 )) || return 0
  show_suite_failure "$log" "$code"
  note_failures wwwroot-assets "$code" failed_asset_tests "$report"
}

# note_failures SUITE CODE NAMES-COMMAND REPORT
note_failures() {
  local names
  mapfile -t names < <("$3" "$4" 2>/dev/null)
  (( ${#names[@]} )) || names=("ended with code $2 and named no test")
  failures+=("${names[@]/#/$1: }")
}

# The names of xunit's <test … result="Fail">, and of what broke outside a test.
failed_tests() {
  grep -o '<test [^>]*result="Fail"[^>]*>' "$1" | sed -E 's/.* name="([^"]*)".*/\1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | cut -c 1-200
  grep -o '<error [^>]*>' "$1"
}

failed_asset_tests() { grep -o '"fullName":"[^"]*","status":"failed"' "$1" | sed -E 's/"fullName":"([^"]*)".*/\1/'; }

run_assets_program() {
  (cd "$root/wwwroot-assets" && timeout --kill-after=10 "${BUILDER_SUITE_SECONDS:-2400}" \
    npx vitest run --reporter=dot --reporter=json --outputFile.json="$1")
}

lint_assets() { (cd "$root/wwwroot-assets" && timeout --kill-after=10 "${BUILDER_SUITE_SECONDS:-2400}" npm run --silent lint); }

# count_in REPORT NAME: the number of that name in vitest's report; 0 where there is none
count_in() {
  local count=
  [[ -s $1 ]] && count=$(grep -m 1 -o "\"$2\":[0-9]*" "$1")
  echo "${count##*:}" | grep -E '^[0-9]+$' || echo 0
}

# One thread for each training (OMP_NUM_THREADS): several of them run side by side.
run_dotnet_program() {
  exec timeout --kill-after=10 "${BUILDER_SUITE_SECONDS:-2400}" env "BUILDER_ROOT=$root" DOTNET_TieredPGO=0 "OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}" "$dotnet" "$@"
}

# counts_of REPORT: passed, failed and seconds from the attributes of the report's <assembly> element
counts_of() {
  [[ -s $1 ]] || return
  local head value name
  declare -A value
  head=$(grep -m 1 -o '<assembly [^>]*>' "$1") || return
  for name in passed failed errors skipped time; do
    value[$name]=$(sed -n "s/.* $name=\"\\([0-9.]*\\)\".*/\\1/p" <<<"$head")
  done
  # A test that was skipped has proved nothing.
  echo "${value[passed]:-0} $(( ${value[failed]:-1} + ${value[errors]:-0} + ${value[skipped]:-0} )) ${value[time]:-?}"
}

show_suite_failure() {
  case $2 in
    124 | 137) text "    The suite took too long and was ended." "    测试集用时过长，已被终止。" ;;
    13[0-9]) text "    The suite crashed (signal $(($2 - 128)))." "    测试集崩溃（信号 $(($2 - 128))）。" ;;
  esac
  # The frames of the frameworks tell nothing; ours carry a file and a line. One program reads it all: another that reads only the
  # first lines would end the one before it by a signal, and with it this script.
  sed -E '/^ +at (System|Xunit|InvokeStub|Microsoft)[._]/d; s/^/    /' "$1" | awk 'NR <= 300'
  text "    The whole log: $1" "    完整日志：$1"
}
