# shellcheck shell=bash
# What the script says, in English or Simplified Chinese after the caller's language. Everything but help goes to standard error,
# so that `--json` and predictions keep standard output to themselves.

language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}

# text ENGLISH CHINESE: the one that the caller reads
text() { if [[ $language == zh* ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

say() { text "$@" >&2; }

die() {
  say "$@"
  exit 1
}

# step LOG ENGLISH CHINESE COMMAND…: one line on the screen, the command's own output in .build/logs/LOG.log
step() {
  local log=$logs/$1.log
  say "$2" "$3"
  mkdir -p "$logs"
  # The lock's descriptor is closed for the command: a build server that it leaves behind must not keep the lock.
  "${@:4}" >"$log" 2>&1 9>&- && return
  show_failure "$log"
  explain_locks "$log"
  die "That did not work. The whole log: $log" "这一步没有成功。完整日志：$log"
}

# The lines that tell why, each once; the last lines where none does.
show_failure() {
  local lines
  lines=$(grep -E '(^|[^a-z])(error|fatal|FAILED|E:|CMake Error)' "$1" | sed -E 's/^ +//; s/ \[[^]]*proj\]$//' | awk '!seen[$0]++' | head -n 15) || true
  [[ -n $lines ]] || lines=$(tail -n 15 "$1")
  printf '%s\n' "$lines" | sed 's/^/    /' >&2
}

main_help() {
  text "Builder trains neural networks that you draw.

Usage: ./builder COMMAND [OPTIONS]

  setup     install and build whatever is missing
  run       start Builder in the browser: ./builder run
  restore   bring back a nightly copy of the database
  train     train a project:           ./builder train templates/iris
  predict   use a trained model:       ./builder predict BUNDLE --input FILE
  export    take a model away as ONNX: ./builder export BUNDLE --onnx FILE
  check     a project's blocks, shapes and problems
  bench     compare the speed with PyTorch's
  test      run every test suite
  verify    train the ready projects to what they promise
  package   make one archive for Linux, Windows or macOS: ./builder package linux-x64
  doctor    look at this machine: what is there, what is missing
  help      this page

Every command does the set-up that it still needs. ./builder COMMAND --help tells more.
BUILDER_TORCH=cuda takes libtorch with CUDA, for a machine with a GPU of NVIDIA's." \
"Builder：画出神经网络，然后训练它。

用法：./builder 命令 [选项]

  setup     安装并构建尚缺的部分
  run       在浏览器中使用：    ./builder run
  restore   恢复数据库的每日副本
  train     训练一个项目：      ./builder train templates/iris
  predict   使用训练好的模型：  ./builder predict 模型包 --input 文件
  export    导出为 ONNX 文件：  ./builder export 模型包 --onnx 文件
  check     列出项目的模块、形状和问题
  bench     与 PyTorch 比较速度
  test      运行全部测试
  verify    将现成项目训练到其承诺的成绩
  package   生成 Linux、Windows 或 macOS 的压缩包：./builder package linux-x64
  doctor    检查这台机器：有什么，缺什么
  help      显示本页

每个命令都会先补上自己需要的准备工作。./builder 命令 --help 可查看详细说明。
设置 BUILDER_TORCH=cuda 可使用支持 CUDA 的 libtorch（适用于装有 NVIDIA 显卡的机器）。"
}

setup_help() {
  text "Usage: ./builder setup

Fetches the packages that are missing, builds the .NET projects and the browser's part, and tells what it does. It is safe to
start it again: what is there stays as it is. The other commands call it by themselves." \
"用法：./builder setup

获取缺少的软件包，构建 .NET 项目和网页部分，并说明正在做什么。可以反复运行：已有的部分保持不变。其他命令会自动调用它。"
}
