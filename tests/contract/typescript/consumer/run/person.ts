/** Somebody with an account of their own on the API that the tests run. */
import { createTodoClient, type TodoClient, type TodoClientOptions } from "@todo/contract";

export function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

export const ada = (options?: Partial<TodoClientOptions>): TodoClient => person("TOKEN_OF_ADA", options);
export const bob = (options?: Partial<TodoClientOptions>): TodoClient => person("TOKEN_OF_BOB", options);

function person(token: string, options: Partial<TodoClientOptions> = {}): TodoClient {
  return createTodoClient({ baseUrl: given("API"), token: () => given(token), ...options });
}
