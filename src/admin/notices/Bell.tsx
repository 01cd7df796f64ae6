export const Bell = () => null
