# shellcheck shell=bash
# ./builder doctor, the machine's part: what is there and what is missing, one line each. The runner adds what it sees itself.

report_machine() {
  local missing
  text "Machine: $(machine_name), $(nproc) processors, $(memory_gib) GiB memory, $(free_gib) GiB free on disk" \
       "机器：$(machine_name)，$(nproc) 个处理器，内存 $(memory_gib) GiB，磁盘剩余 $(free_gib) GiB"

  if find_dotnet; then text ".NET SDK: $(run_dotnet --version 2>/dev/null || echo '?') ($dotnet)" ".NET SDK 版本：$(run_dotnet --version 2>/dev/null || echo '?')（$dotnet）"
  else text ".NET SDK: missing" ".NET SDK：缺少"; fi

  missing=$(missing_python_packages | tr '\n' ' ')
  if [[ -z $missing ]]; then text "Packages for tests and benchmarks: all there" "测试与基准所需软件包：齐全"
  else text "Packages for tests and benchmarks: missing ${missing% } (only ./builder test and bench need them)" "测试与基准所需软件包：缺少 ${missing% }（仅 ./builder test 和 bench 需要）"; fi
}

machine_name() { (source /etc/os-release && printf '%s' "${PRETTY_NAME:-Linux}") 2>/dev/null || uname -s; }
memory_gib() { awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo; }
free_gib() { df -Pk "$root" | awk 'NR == 2 { printf "%.0f", $4 / 1048576 }'; }
