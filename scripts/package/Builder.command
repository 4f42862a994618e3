#!/bin/sh
# Starts Builder and opens it in the browser. Ctrl+C, or closing this window, ends it; everything is saved at all times.
here=${0%/*}
[ "$here" != "$0" ] || here=.
# A program that is opened by a double click does not always get to know the language; the system's settings do.
if [ -z "$LC_ALL$LC_MESSAGES$LANG" ]; then
  LANG=$(/usr/bin/defaults read -g AppleLocale 2>/dev/null)
  export LANG
fi
exec "$here/program/builder-web" --open=true "$@"
