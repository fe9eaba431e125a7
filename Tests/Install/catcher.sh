#!/bin/sh
# Stands in for sendmail: keeps each mail as a file of its own, whole once it has its name.
folder=/var/mail-caught
cat >"$folder/.$$" && mv "$folder/.$$" "$folder/$(date +%s%N)"
