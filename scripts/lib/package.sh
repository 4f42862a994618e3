# shellcheck shell=bash
# ./builder package: one archive for a computer that has neither .NET nor Node: server, runner, browser's part, ready projects, a starter.

package_systems="linux-x64 win-x64 osx-arm64"

package_help() {
  text "Usage: ./builder package SYSTEM [--output FOLDER]

Makes one archive with everything that Builder needs: server, runner, .NET, libtorch, the browser's part and the ready projects. Unpacked
anywhere, it is started by a double click. The last line on standard output names the archive.

  SYSTEM             linux-x64 (.tar.gz), osx-arm64 (.tar.gz) or win-x64 (.zip). All three can be made on Linux; only the one for
                     Linux is tried by the tests.
  --output FOLDER    where the archive goes (.build/packages)" \
"用法：./builder package 系统 [--output 文件夹]

生成一个压缩包，内含 Builder 所需的一切：服务器、训练程序、.NET、libtorch、网页部分和现成项目。解压到任意位置，双击即可启动。
标准输出的最后一行是压缩包的路径。

  系统               linux-x64（.tar.gz）、osx-arm64（.tar.gz）或 win-x64（.zip）。三种都可以在 Linux 上生成；
                     测试只验证 Linux 版。
  --output 文件夹    压缩包存放的位置（.build/packages）"
}

make_package() {
  local system= output=$state/packages archive
  while (( $# )); do
    case $1 in
      --output) output=${2:-}; shift ;;
      --output=*) output=${1#*=} ;;
      -*) die "./builder package does not know \"$1\". See ./builder package --help." "./builder package 不认识“$1”。请参阅 ./builder package --help。" ;;
      *) [[ -z $system ]] || die "./builder package makes one archive at a time." "./builder package 一次只生成一个压缩包。"
         system=$1 ;;
    esac
    shift || break
  done
  [[ -n $system && " $package_systems " == *" $system "* ]] || die \
    "./builder package needs the system that the archive is for: ${package_systems// /, }." "./builder package 需要写明压缩包所用的系统：${package_systems// /、}。"
  [[ -n $output ]] || die "--output needs a folder." "--output 需要一个文件夹。"
  archive=$output/builder-$(product_version)-$system$(archive_ending "$system")
  locked build_package "$system" "$archive"
  printf '%s\n' "$archive"
}

# The one place of the version is Directory.Build.props.
product_version() { sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/Directory.Build.props"; }

archive_ending() { if [[ $1 == win-* ]]; then echo .zip; else echo .tar.gz; fi; }

starter_of() {
  case $1 in
    win-*) echo Builder.cmd ;;
    osx-*) echo Builder.command ;;
    *) echo builder.sh ;;
  esac
}

# build_package SYSTEM ARCHIVE: nothing happens where the archive has been made of the present sources.
build_package() {
  local system=$1 archive=$2 making=$state/package/$1 stamp now folder
  stamp=$making/stamp
  now="$(fingerprint src wwwroot-assets templates scripts LICENSE THIRD-PARTY-NOTICES.md) $archive"
  [[ -f $archive && -e $stamp && $(<"$stamp") == "$now" ]] && return
  ensure_web_packages
  ensure_dotnet
  build_assets
  rm -rf "$stamp" "$making/whole"
  folder=$making/whole/builder-$(product_version)-$system
  mkdir -p "$folder"
  step "package-$system" "Building for $system (some minutes the first time)" "正在为 $system 构建（首次约需几分钟）" \
    publish_whole "$system" "$folder/program" "$making/build"
  add_documents "$system" "$folder"
  step "archive-$system" "Packing" "正在打包" pack "$system" "$folder" "$archive"
  rm -rf "$making/whole"
  printf '%s' "$now" >"$stamp"
}

# Server and runner share one folder, and so the runtime. What is built for another system stays away from what this machine runs; the
# analyzers have seen the same sources when the solution was built.
publish_whole() {
  local project code=0
  keep_compiler
  for project in Builder.Runner Builder.Web; do
    compile publish "$root/src/$project/$project.csproj" -c Release --nologo -v minimal -r "$1" --self-contained --artifacts-path "$3" -o "$2" \
      -p:DebugType=none -p:GenerateDocumentationFile=false -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false || { code=$?; break; }
  done
  release_compiler
  (( code == 0 )) || return "$code"
  cp -r "$root/templates" "$2/templates" && rm -rf "$2"/templates/*/{runs,.readings}
  # Documentation of libraries, and what only debuggers of the runtime use.
  find "$2" -maxdepth 1 -type f \( -name '*.xml' -o -name '*.pdb' -o -name 'createdump*' -o -name '*mscordbi*' -o -name '*mscordaccore*' \) -delete
}

add_documents() {
  local starter
  starter=$(starter_of "$1")
  cp "$root/LICENSE" "$root/THIRD-PARTY-NOTICES.md" "$2"
  cp "$root/scripts/package/$starter" "$2/$starter"
  sed "s/VERSION/$(product_version)/; s/SYSTEM/$1/; s/STARTER/$starter/" "$root/scripts/package/README.txt" >"$2/README.txt"
}

# pack SYSTEM FOLDER ARCHIVE: the archive appears as a whole or not at all.
pack() {
  local making=$3.making
  mkdir -p "${3%/*}"
  if [[ $1 == win-* ]]; then
    run_dotnet msbuild "$root/scripts/package/Zip.proj" -nologo "-p:Folder=${2%/*}" "-p:File=$(realpath -m -- "$making")" || return
  else
    # Files may be hard links to those of the packages: their modes are set in the archive only.
    tar --owner=0 --group=0 --mode=u+rw,a+rX,go-w -C "${2%/*}" -czf "$making" "${2##*/}" || return
  fi
  mv "$making" "$3"
}
