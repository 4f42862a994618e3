# shellcheck shell=bash
# What a machine still lacks, and how it gets it. The checks cost nothing but file look-ups, so that a second start goes straight
# to the runner; only what is missing or out of date is made.

has_command() { command -v "$1" >/dev/null 2>&1; }

# --- Debian packages ---------------------------------------------------------------------------------------------------------

# The browser's part is written in TypeScript; npm builds it.
missing_web_packages() {
  has_command node || echo nodejs
  has_command npm || echo npm
}

ensure_web_packages() {
  local missing
  missing=$(missing_web_packages)
  [[ -z $missing ]] || install_packages $missing
}

missing_browser() { [[ -x ${BUILDER_CHROMIUM:-/usr/bin/chromium-headless-shell} ]] || echo chromium-headless-shell; }

# Tests open every page in Chromium without its own windows and buttons, which cost a third of the time of a page that is opened; the product itself works
# in any browser. BUILDER_CHROMIUM names another Chromium.
ensure_browser() {
  local missing
  missing=$(missing_browser)
  [[ -z $missing ]] || locked install_packages $missing
}

missing_python_packages() {
  local name
  for name in torch sklearn pandas; do
    [[ -x /usr/bin/python3 && -d /usr/lib/python3/dist-packages/$name ]] || echo "python3-$name"
  done
}

# PyTorch, scikit-learn and pandas are what tests and benchmarks compare with; nothing else needs them.
ensure_python_packages() {
  local missing
  missing=$(missing_python_packages)
  [[ -z $missing ]] || locked install_packages $missing
}

install_packages() {
  local names="$*"
  has_command apt-get || die \
    "This machine lacks: $names. Builder can only install packages with apt-get (Debian); please install them yourself and start again." \
    "这台机器缺少：$names。Builder 只能用 apt-get（Debian）安装软件包；请自行安装后再试。"
  allow_administrator "apt-get install $names"
  step packages "Installing Debian packages: $names" "正在安装 Debian 软件包：$names" apt_install "$@"
}

apt_install() {
  # A stale list of packages is the usual reason why an installation fails; an unreachable extra source is no reason to give up.
  as_administrator apt-get -q update || true
  as_administrator env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"
}

allow_administrator() {
  (( EUID == 0 )) || has_command sudo || die \
    "This needs an administrator. Please run as root: $1" "这一步需要管理员权限。请以 root 身份运行：$1"
}

as_administrator() { if (( EUID == 0 )); then "$@"; else sudo "$@"; fi; }

# --- .NET --------------------------------------------------------------------------------------------------------------------

# Sets `dotnet`, the command; and DOTNET_ROOT, the folder with the runtime, where the built executables look. The command may be a
# link or a wrapper that stands somewhere else.
find_dotnet() {
  local place
  dotnet=
  for place in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    [[ -x $place ]] || continue
    place=$(readlink -f -- "$place")
    dotnet=${dotnet:-$place}
    [[ -d ${place%/*}/host/fxr ]] || continue
    export DOTNET_ROOT=${place%/*}
    break
  done
  [[ -n $dotnet ]]
}

ensure_dotnet() {
  find_dotnet && "$dotnet" --list-sdks 2>/dev/null | grep -q '^10\.' && return
  die "Builder needs the .NET 10 SDK, and this machine has none. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 \
(or: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0) and start again." \
      "Builder 需要 .NET 10 SDK，而这台机器上没有。请从 https://dotnet.microsoft.com/zh-cn/download/dotnet/10.0 获取\
（或运行：curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0），然后再试。"
}

# No telemetry, no greeting, no build node left behind; English output, because the log is searched for "error". What lives for a minute
# only loses time where it counts how often code runs (TieredPGO): a build takes a fifth longer with it.
run_dotnet() {
  [[ -w ${HOME:-/nonexistent} ]] || export DOTNET_CLI_HOME=$state/home NUGET_PACKAGES=$state/packages
  DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 \
    MSBUILDDISABLENODEREUSE=1 DOTNET_TieredPGO=0 "$dotnet" "$@"
}

# compile COMMAND…: `dotnet build` or `publish` with one compiler process for all projects. One for each would be compiled just in time
# again and again, and the analyzers with it: two thirds more processor time. It has a name of its own, so that the one that ends is ours.
# Packages are those of the lock files, or the build ends. CUDA's are not locked.
compile() {
  local code=0 compiler=${kept_compiler:-builder-$BASHPID-$RANDOM} locked=true
  [[ ${BUILDER_TORCH:-} != cuda ]] || locked=false
  run_dotnet "$@" "-p:RestoreLockedMode=$locked" -p:UseSharedCompilation=true "-p:SharedCompilationId=$compiler" || code=$?
  [[ -n $kept_compiler ]] || end_compiler "$compiler" || true
  return "$code"
}

# keep_compiler, release_compiler: what is compiled between them shares one compiler process, which knows its way by then.
kept_compiler=
keep_compiler() { kept_compiler=builder-$BASHPID-$RANDOM; }
release_compiler() {
  [[ -z $kept_compiler ]] || end_compiler "$kept_compiler" >/dev/null 2>&1 || true
  kept_compiler=
}

# explain_locks LOG: what to do where packages are not those of the lock files.
explain_locks() {
  if grep -q 'error NU1004' "$1"; then
    say "The projects ask for other packages than their lock files name. If that is meant, write the files anew: scripts/lock-packages. If not, git diff shows what has changed." \
        "项目所需的软件包与锁定文件不一致。如果这是有意的修改，请重新生成锁定文件：scripts/lock-packages；否则请用 git diff 查看改动。"
  elif grep -q 'error NU1403' "$1"; then
    say "A package has arrived whose content is not the one that was locked. Empty the store (dotnet nuget locals all --clear) and try again; if it happens again, do not use that source of packages." \
        "收到的软件包内容与锁定时不同。请清空缓存（dotnet nuget locals all --clear）后重试；如果再次出现，请不要使用该软件包来源。"
  fi
}

# What is not ended so ends by itself after ten idle minutes.
end_compiler() {
  local server
  server=${DOTNET_ROOT:-}/sdk/$(run_dotnet --version)/Roslyn/bincore/VBCSCompiler.dll
  [[ -e $server ]] && run_dotnet exec "$server" -shutdown "-pipename:$1"
}

# --- What is built -----------------------------------------------------------------------------------------------------------

# fingerprint FOLDER…: names, times and sizes of the sources, so that an edit, a new file and a removed one all show.
fingerprint() {
  {
    cd "$root" || return
    find "$@" Builder.sln global.json Directory.* .editorconfig -type d \( -name bin -o -name obj -o -name __pycache__ -o -name node_modules -o -name assets -o -name runs -o -name .readings \) -prune \
      -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort
    printf '%s\n' "${BUILDER_TORCH:-}"
  } | cksum | tr ' ' -
}

# Each version of the runner has a folder of its own: a build never changes files under a run that is still going.
runner_is_ready() {
  runner=$state/runner/$(fingerprint src)
  [[ -x $runner/builder-runner ]]
}

# The server brings the browser's part and the ready projects along.
web_is_ready() {
  web=$state/web/$(fingerprint src wwwroot-assets templates)
  [[ -x $web/builder-web ]]
}

# The benchmarks bring the data of two ready projects and their Python side along.
bench_is_ready() {
  bench=$state/bench/$(fingerprint src bench templates/digits-cnn/images-idx3-ubyte.gz templates/novel-gpt/pride-and-prejudice.txt)
  [[ -x $bench/builder-bench ]]
}

# What measures the product in the browser.
bench_ui_is_ready() {
  bench_ui=$state/bench-ui/$(fingerprint bench)
  [[ -x $bench_ui/builder-bench-ui ]]
}

ensure_bench_ui() {
  bench_ui_is_ready && find_dotnet && return
  locked build_program "Building the measurements in the browser" "正在构建浏览器中的测量程序" \
    bench/Builder.Bench.Ui/Builder.Bench.Ui.csproj "$bench_ui"
}

ensure_runner() {
  runner_is_ready && find_dotnet && return
  locked build_runner
}

ensure_bench() {
  bench_is_ready && find_dotnet && return
  locked build_bench
}

build_runner() {
  ensure_dotnet
  runner_is_ready && return
  build_program "Building the engine (one to three minutes the first time)" "正在构建引擎（首次约需一到三分钟）" \
    src/Builder.Runner/Builder.Runner.csproj "$runner"
}

ensure_web() {
  web_is_ready && find_dotnet && return
  locked build_web
}

build_web() {
  ensure_web_packages
  ensure_dotnet
  web_is_ready && return
  build_assets
  build_program "Building the web server" "正在构建网页服务器" src/Builder.Web/Builder.Web.csproj "$web"
}

# The browser's part: packages as the lock file names them, types checked, bundled into the server's wwwroot.
build_assets() {
  local stamp=$state/assets now
  now=$(fingerprint wwwroot-assets)
  [[ -e $stamp && $(<"$stamp") == "$now" && -e $root/src/Builder.Web/wwwroot/assets/shell.js ]] && return
  rm -f "$stamp"
  step npm "Fetching the browser's packages" "正在获取网页部分的软件包" run_npm ci
  step assets "Building the browser's part" "正在构建网页部分" run_npm run build
  printf '%s' "$now" >"$stamp"
}

# Packages' own install scripts are not run: nothing here needs them.
run_npm() { (cd "$root/wwwroot-assets" && npm "$@" --ignore-scripts --no-audit --no-fund); }

build_bench() {
  ensure_dotnet
  bench_is_ready && return
  build_program "Building the benchmarks" "正在构建基准测试" bench/Builder.Bench/Builder.Bench.csproj "$bench"
}

# build_program ENGLISH CHINESE PROJECT FOLDER: appears in FOLDER as a whole or not at all; versions that nobody uses any more go.
build_program() {
  local making=${4%/*}/making
  rm -rf "$making"
  step build "$1" "$2" publish "$root/$3" "$making"
  mv "$making" "$4"
  remove_unused "$4"
}

publish() {
  compile publish "$1" -c Release --nologo -v minimal -o "$2"
}

# use_program FOLDER: a run holds its version's folder by a shared lock for as long as it lives (the descriptor outlives exec).
use_program() {
  exec 8<"$1"
  flock -s 8
}

# remove_unused FOLDER: all its neighbours that no run holds.
remove_unused() {
  local folder
  for folder in "${1%/*}"/*/; do
    [[ ${folder%/} == "$1" ]] || (flock -xn 8 && rm -rf "$folder") 8<"$folder" || true
  done
}

# locked COMMAND…: one set-up at a time; who comes second waits and then finds the work done.
locked() {
  mkdir -p "$state"
  exec 9>"$state/lock"
  if ! flock -n 9; then
    say "Another ./builder is setting up; waiting for it." "另一个 ./builder 正在做准备工作，等待其完成。"
    flock 9
  fi
  "$@"
  exec 9>&-
}
