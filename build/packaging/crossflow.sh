#!/bin/sh
# `crossflow` at a terminal: alone it opens the window, with words it is the command line, which opens files in the window.
program=/opt/Crossflow/crossflow
[ $# -eq 0 ] && exec "$program"
ELECTRON_RUN_AS_NODE=1 exec "$program" /opt/Crossflow/resources/app.asar.unpacked/out/cli/crossflow.mjs "$@"
