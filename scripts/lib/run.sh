# shellcheck shell=bash
# ./builder run: starts the server, which starts a runner for every training.

run_help() {
  text "Usage: ./builder run [--port N]

Starts Builder on this computer and prints the address to open in a browser. Stop it with Ctrl+C; everything is saved at all times.

  --port N   the port to listen on (5080); 0 takes any free one

BUILDER_HOME names the folder that keeps all projects (default: \$XDG_DATA_HOME/builder or ~/.local/share/builder)." \
"用法：./builder run [--port N]

在这台电脑上启动 Builder，并显示要在浏览器中打开的地址。按 Ctrl+C 停止；所有内容随时都已保存。

  --port N   监听的端口（5080）；0 表示任选一个空闲端口

环境变量 BUILDER_HOME 指定存放全部项目的文件夹（默认：\$XDG_DATA_HOME/builder 或 ~/.local/share/builder）。"
}

run_server() {
  local port=5080
  while (( $# )); do
    case $1 in
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#*=} ;;
      *) die "./builder run does not know \"$1\". See ./builder run --help." "./builder run 不认识“$1”。请参阅 ./builder run --help。" ;;
    esac
    shift || break
  done
  [[ $port =~ ^[0-9]+$ ]] && (( 10#$port <= 65535 )) || die \
    "A port is a number from 0 to 65535, such as --port 5080." "端口应为 0 到 65535 之间的数，例如 --port 5080。"
  ensure_runner
  ensure_web
  use_program "$web"
  export BUILDER_RUNNER=$runner/builder-runner BUILDER_TEMPLATES=$root/templates
  export BUILDER_HOME=${BUILDER_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/builder}
  exec "$web/builder-web" --urls "http://127.0.0.1:$port"
}
