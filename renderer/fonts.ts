/** Our own fonts (Latin, Greek, Cyrillic): no page depends on what a computer has installed. */
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
