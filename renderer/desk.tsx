import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './fonts.ts';
import './ui/forced-colors.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
