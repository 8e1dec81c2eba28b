#!/bin/sh
# Chromium's sandbox uses this helper where ordinary users may not make namespaces.
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi

# Ubuntu from 24.04 on grants namespaces by profile only; older systems cannot read the profile and need none.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! ischroot 2>/dev/null; then apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true; fi
fi
exit 0
