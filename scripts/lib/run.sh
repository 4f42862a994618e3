# shellcheck shell=bash
# ./builder run: starts the server, which starts a runner for every training.

run_help() {
  text "Usage: ./builder run [--port N] [--allow-network NAME]

Starts Builder on this computer and prints the address to open in a browser. Stop it with Ctrl+C; everything is saved at all times.

  --port N               the port to listen on (5080); 0 takes any free one
  --allow-network NAME   lets other computers in: NAME is the address or host name under which they reach this one, such as
                         192.0.2.10; several are separated by commas. Without it nobody but this computer gets an answer.
                         Everyone who is let in by the printed address can see, change and delete all projects, and the
                         connection is not encrypted: use it only in a network you trust.

BUILDER_HOME names the folder that keeps all projects (default: \$XDG_DATA_HOME/builder or ~/.local/share/builder)." \
"用法：./builder run [--port N] [--allow-network 名称]

在这台电脑上启动 Builder，并显示要在浏览器中打开的地址。按 Ctrl+C 停止；所有内容随时都已保存。

  --port N               监听的端口（5080）；0 表示任选一个空闲端口
  --allow-network 名称   允许其他电脑访问：名称是它们访问本机所用的地址或主机名，例如 192.0.2.10；多个名称用逗号分隔。
                         不加此项时，只有本机能够访问。凡是拿到所显示地址的人，都能查看、修改和删除全部项目，
                         而且连接没有加密：请只在可信任的网络中使用。

环境变量 BUILDER_HOME 指定存放全部项目的文件夹（默认：\$XDG_DATA_HOME/builder 或 ~/.local/share/builder）。"
}

run_server() {
  local port=5080 network= host=127.0.0.1
  while (( $# )); do
    case $1 in
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#*=} ;;
      --allow-network) network=${2:-}; need_network "$network"; shift ;;
      --allow-network=*) network=${1#*=}; need_network "$network" ;;
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
  if [[ -n $network ]]; then
    host=0.0.0.0
    say "Careful: other computers can reach Builder under $network. Whoever opens the address below can see, change and delete everything, and the connection is not encrypted." \
        "注意：其他电脑可以通过 $network 访问 Builder。打开下方地址的人都能查看、修改和删除所有内容，而且连接没有加密。"
  fi
  exec "$web/builder-web" --urls "http://$host:$port" ${network:+"--allow-network=$network"}
}

restore_help() {
  text "Usage: ./builder restore [COPY]

Puts a copy of the database in its place; without COPY it lists the copies that there are, the newest first. The server makes one every
night and keeps them for seven days. End the server first. The database that is replaced is kept beside the copies; what was changed
after the copy was made is lost, except for the files of data and runs.

  ./builder restore                              lists the copies
  ./builder restore builder-20260301-030012.db   brings one back" \
"用法：./builder restore [副本]

用一份副本替换数据库；不写副本时，列出现有副本（最新的在前）。服务器每晚生成一份副本，保留七天。请先停止服务器。
被替换的数据库会保存在副本旁边；副本之后的修改会丢失，但数据文件和训练文件除外。

  ./builder restore                              列出副本
  ./builder restore builder-20260301-030012.db   恢复其中一份"
}

restore_database() {
  (( $# <= 1 )) || die "./builder restore takes one copy, such as ./builder restore builder-20260301-030012.db." \
    "./builder restore 只接受一份副本，例如 ./builder restore builder-20260301-030012.db。"
  ensure_web
  use_program "$web"
  exec "$web/builder-web" "--restore=${1:-list}"
}

# A name is letters, digits, dots, hyphens and colons; commas separate several. A forgotten one must not swallow the next switch.
need_network() {
  [[ $1 =~ ^[A-Za-z0-9][A-Za-z0-9.:-]*(,[A-Za-z0-9][A-Za-z0-9.:-]*)*$ ]] || die \
    "--allow-network needs the address under which other computers reach this one, such as --allow-network 192.0.2.10." \
    "--allow-network 需要写明其他电脑访问本机所用的地址，例如 --allow-network 192.0.2.10。"
}
