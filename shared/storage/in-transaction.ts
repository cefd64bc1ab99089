/** Everything or nothing: what fails half way leaves no trace, and no transaction open. */
export function inTransaction<T>(
  database: { readonly exec: (sql: string) => unknown },
  run: () => T,
): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      database.exec('ROLLBACK');
    } catch {
      // A full disk or a damaged file has ended it already; what matters is why.
    }
    throw error;
  }
}
