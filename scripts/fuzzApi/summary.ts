/** Written once the report's shape is known. */
export {}
