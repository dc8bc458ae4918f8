@echo off
rem Starts Ringbook. Takes the bundled runtime if there is one, else JAVA_HOME, else a JDK 25 found in the
rem usual places of the system, else java on the path.
setlocal enabledelayedexpansion
for %%I in ("%~dp0..") do set "home=%%~fI"
set "java="
set "found=none"
if exist "%home%\runtime\bin\java.exe" call :try "%home%\runtime\bin\java.exe"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for /d %%D in ("%ProgramFiles%\Java\*25*" "%ProgramFiles%\Eclipse Adoptium\*25*" "%LOCALAPPDATA%\Programs\*25*" "%USERPROFILE%\.jdks\*25*") do if not defined java call :try "%%~D\bin\java.exe"
if not defined java for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
if not defined java (
  echo Ringbook needs Java 25 or newer; found: %found%. Install a JDK 25 or set JAVA_HOME to one. 1>&2
  exit /b 1
)
set "classpath=%home%\lib\*"
for %%A in (%*) do if "%%~A"=="bench" set "classpath=%home%\lib\*;%home%\lib\bench\*"
"%java%" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-DjSerialComm.library.path=%home%\native" "-Dringbook.home=%home%" -XX:+UseG1GC -XX:MaxGCPauseMillis=50 -XX:MetaspaceSize=128m -XX:G1PeriodicGCInterval=60000 -XX:MaxRAMPercentage=40 %RINGBOOK_OPTS% -cp "%classpath%" app.ringbook.Main %*
exit /b %errorlevel%

:try
if not exist "%~1" exit /b
for /f "tokens=3" %%V in ('""%~1" -version 2>&1" ^| findstr /i version') do set "found=%%~V"
for /f "delims=.- tokens=1" %%M in ("%found%") do if %%M GEQ 25 set "java=%~1"
exit /b
