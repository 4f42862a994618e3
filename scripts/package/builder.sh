#!/bin/sh
# Starts Builder and opens it in the browser. Ctrl+C, or closing this window, ends it; everything is saved at all times. Needs nothing
# but a shell: not even PATH.
here=${0%/*}
[ "$here" != "$0" ] || here=.
exec "$here/program/builder-web" --open=true "$@"
