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
        // Nothing is cached once it is off screen: it would be stale when it is shown again.
        gcTime: 0,
      },
    },
  });
