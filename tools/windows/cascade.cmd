@echo off
rem Drop a folder of plans on this file, or start it and choose one. cascade.pyz has to lie beside it.
chcp 65001 >nul
set PYTHONUTF8=1
where py >nul 2>nul
if errorlevel 1 (
  echo Can Python 3.11 tro len: mo Microsoft Store, tim "Python", cai dat, roi chay lai tep nay.
  echo Python 3.11 or later is needed: open the Microsoft Store, look for "Python", install it, start this file again.
  pause
  exit /b 2
)
py -3 "%~dp0cascade.pyz" %1
if errorlevel 2 pause
