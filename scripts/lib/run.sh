# shellcheck shell=bash
# ./builder run: starts the server, which starts a runner for every training.

run_help() {
  text "Usage: ./builder run [--port N] [--allow-network NAME …]

Starts Builder on this computer and prints the address to open in a browser. Stop it with Ctrl+C; everything is saved at all times.

  --port N                 the port to listen on (5080); 0 takes any free one
  --allow-network NAME     lets other computers in: NAME is the address or host name under which they reach this one, such as
                           192.0.2.10; several are separated by commas. Without it nobody but this computer gets an answer.
                           Everyone who is let in by the printed address can see, change and delete all projects. It takes one of:
    --certificate FILE       encrypts the connection: a PEM file, with its key in --certificate-key FILE, or a PFX file. A password
                             goes into the variable BUILDER_CERTIFICATE_PASSWORD.
    --behind-proxy ADDRESS   a proxy with https stands before Builder, on this computer (127.0.0.1) or at another address: only from
                             there X-Forwarded-Proto, -Host and -For count. Builder then listens on this computer alone, unless the
                             next switch is given as well.
    --without-encryption     the connection is not encrypted: whoever is on the same network can read along and take over your
                             projects. Only for a network in which you trust everybody.

BUILDER_HOME names the folder that keeps all projects (default: \$XDG_DATA_HOME/builder or ~/.local/share/builder)." \
"用法：./builder run [--port N] [--allow-network 名称 …]

在这台电脑上启动 Builder，并显示要在浏览器中打开的地址。按 Ctrl+C 停止；所有内容随时都已保存。

  --port N                 监听的端口（5080）；0 表示任选一个空闲端口
  --allow-network 名称     允许其他电脑访问：名称是它们访问本机所用的地址或主机名，例如 192.0.2.10；多个名称用逗号分隔。
                           不加此项时，只有本机能够访问。凡是拿到所显示地址的人，都能查看、修改和删除全部项目。
                           还需要加上以下选项之一：
    --certificate 文件       对连接加密：PEM 文件（私钥用 --certificate-key 文件 指定）或 PFX 文件。
                             密码请放在环境变量 BUILDER_CERTIFICATE_PASSWORD 中。
    --behind-proxy 地址      Builder 前面有支持 https 的代理，位于本机（127.0.0.1）或其他地址：只有来自该地址的
                             X-Forwarded-Proto、-Host 和 -For 才有效。此时 Builder 只监听本机，除非同时加上下面的选项。
    --without-encryption     连接不加密：同一网络中的任何人都能看到内容，并接管您的项目。只适用于每个人都可信的网络。

环境变量 BUILDER_HOME 指定存放全部项目的文件夹（默认：\$XDG_DATA_HOME/builder 或 ~/.local/share/builder）。"
}

run_server() {
  local port=5080 network= certificate= key= proxy= plain= scheme=http host=127.0.0.1
  while (( $# )); do
    case $1 in
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#*=} ;;
      --allow-network) network=${2:-}; need_network "$network"; shift ;;
      --allow-network=*) network=${1#*=}; need_network "$network" ;;
      --certificate) certificate=${2:-}; need_file "$1" "$certificate"; shift ;;
      --certificate=*) certificate=${1#*=}; need_file "${1%%=*}" "$certificate" ;;
      --certificate-key) key=${2:-}; need_file "$1" "$key"; shift ;;
      --certificate-key=*) key=${1#*=}; need_file "${1%%=*}" "$key" ;;
      --behind-proxy) proxy=${2:-}; need_proxy "$proxy"; shift ;;
      --behind-proxy=*) proxy=${1#*=}; need_proxy "$proxy" ;;
      --without-encryption) plain=true ;;
      *) die "./builder run does not know \"$1\". See ./builder run --help." "./builder run 不认识“$1”。请参阅 ./builder run --help。" ;;
    esac
    shift || break
  done
  [[ $port =~ ^[0-9]+$ ]] && (( 10#$port <= 65535 )) || die \
    "A port is a number from 0 to 65535, such as --port 5080." "端口应为 0 到 65535 之间的数，例如 --port 5080。"
  if [[ -n $network && -z $certificate && -z $proxy && -z $plain ]]; then
    die "--allow-network needs an encrypted connection: add --certificate FILE, or --behind-proxy ADDRESS where a proxy with https stands before Builder. In a network in which you trust everybody, add --without-encryption." \
      "--allow-network 需要加密的连接：请加上 --certificate 文件；如果 Builder 前面有支持 https 的代理，请加上 --behind-proxy 地址。如果网络中的每个人都可信，可以加上 --without-encryption。"
  fi
  if [[ -z $network && -n $certificate$key$proxy$plain ]]; then
    die "--certificate, --behind-proxy and --without-encryption belong to --allow-network NAME, the address under which other computers reach this one." \
      "--certificate、--behind-proxy 和 --without-encryption 需要与 --allow-network 名称 一起使用，名称是其他电脑访问本机所用的地址。"
  fi
  ensure_runner
  ensure_web
  use_program "$web"
  export BUILDER_RUNNER=$runner/builder-runner BUILDER_TEMPLATES=$root/templates
  [[ -n $certificate ]] && scheme=https
  # A proxy on this computer reaches Builder over loopback; nobody else has to.
  [[ -n $certificate || -n $plain ]] && host=0.0.0.0
  if [[ -n $network ]]; then
    say "Careful: other computers can reach Builder under $network. Whoever opens the address below can see, change and delete everything." \
        "注意：其他电脑可以通过 $network 访问 Builder。打开下方地址的人都能查看、修改和删除所有内容。"
  fi
  if [[ -n $plain ]]; then
    say "The connection is not encrypted: whoever is on the network can read along." "连接没有加密：网络中的其他人可以看到传输的内容。"
  fi
  exec "$web/builder-web" --urls "$scheme://$host:$port" ${network:+"--allow-network=$network"} ${certificate:+"--certificate=$certificate"} \
    ${key:+"--certificate-key=$key"} ${proxy:+"--behind-proxy=$proxy"} ${plain:+--without-encryption=true}
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

need_file() {
  [[ -f $2 && -r $2 ]] || die "$1 needs a file that can be read; \"$2\" is none." "$1 需要一个可读取的文件，“$2”不是。"
}

# Addresses or ranges, separated by commas. A forgotten one must not swallow the next switch.
need_proxy() {
  [[ $1 =~ ^[0-9A-Fa-f][0-9A-Fa-f.:/]*(,[0-9A-Fa-f][0-9A-Fa-f.:/]*)*$ ]] || die \
    "--behind-proxy needs the address of the proxy, such as 127.0.0.1 or 10.0.0.0/8." "--behind-proxy 需要代理的 IP 地址，例如 127.0.0.1 或 10.0.0.0/8。"
}
