@echo off
rem Starts Builder and opens it in the browser. Ctrl+C, or closing this window, ends it; everything is saved at all times.
setlocal
title Builder
chcp 65001 >nul
if not defined LANG for /f "tokens=3" %%L in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "LANG=%%L"
"%~dp0program\builder-web.exe" --open=true %*
rem What went wrong stands in this window: it stays until a key is pressed.
if errorlevel 1 pause
