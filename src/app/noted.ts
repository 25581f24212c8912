/** Notes on a promise what React itself notes on one it has seen: once fulfilled, `use` reads it without suspending. */
export async function noted<Value>(promise: Promise<Value>): Promise<Value> {
  const value = await promise;
  void Object.assign(promise, { status: 'fulfilled', value });
  return value;
}
