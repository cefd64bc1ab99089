import { QueryClient } from '@tanstack/react-query';

/** For questions to the main process: it is always there, answers at once, and says itself when something changed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // What is no longer shown is asked for again: a desk is open for ten hours.
        gcTime: 0,
      },
    },
  });
