import '@mantine/core/styles.css';
import './fonts.ts';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { languageSettingSchema } from '../shared/model/settings.ts';
import { FindBar } from './features/find-bar/find-bar.tsx';
import { languageFor } from './i18n/languages.ts';
import { LanguageContext } from './i18n/use-text.ts';
import { theme } from './ui/theme.ts';
import { cssVariables } from './ui/theme-colors.ts';

const setting = languageSettingSchema
  .catch('system')
  .parse(new URLSearchParams(location.search).get('language'));
const language = languageFor(setting, navigator.languages);
document.documentElement.lang = language.locale;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageContext value={language}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <FindBar />
      </MantineProvider>
    </LanguageContext>,
  );
}
