; Windows offers an app for tel: and callto: links only where it says that it can handle them (Default Programs).
; ringcue: is the app's own and needs no choice: the app registers it when links are on.
!macro customInstall
  WriteRegStr SHCTX "Software\Ringcue\Capabilities" "ApplicationName" "Ringcue"
  WriteRegStr SHCTX "Software\Ringcue\Capabilities" "ApplicationDescription" "Opens the CRM page of a call, and dials numbers that you click."
  WriteRegStr SHCTX "Software\Ringcue\Capabilities\URLAssociations" "tel" "Ringcue.Link"
  WriteRegStr SHCTX "Software\Ringcue\Capabilities\URLAssociations" "callto" "Ringcue.Link"
  WriteRegStr SHCTX "Software\RegisteredApplications" "Ringcue" "Software\Ringcue\Capabilities"
  WriteRegStr SHCTX "Software\Classes\Ringcue.Link" "" "Telephone link"
  WriteRegStr SHCTX "Software\Classes\Ringcue.Link" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\Ringcue.Link\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Ringcue.Link\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  ; What an administrator installed for everyone does not update itself.
  ${if} $installMode == "all"
    FileOpen $0 "$INSTDIR\resources\installed-for-all" w
    FileClose $0
  ${endIf}
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Ringcue"
  DeleteRegKey SHCTX "Software\Classes\Ringcue.Link"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "Ringcue"
!macroend
