/** Lines of 24 by 24. */
export const CHAT = 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z'
export const CROSS = 'M6 6l12 12M18 6L6 18'
export const AGAIN = 'M4 12a8 8 0 1 0 3-6.2M4 4v5h5'
export const UP = 'M7 11l4-8a2 2 0 0 1 2 2v4h6a2 2 0 0 1 2 2l-1.5 7a2 2 0 0 1-2 2H7M7 11v9H3v-9z'
export const DOWN = 'M17 13l-4 8a2 2 0 0 1-2-2v-4H5a2 2 0 0 1-2-2l1.5-7a2 2 0 0 1 2-2H17M17 13V4h4v9z'
export const SEND = 'M4 12h15M13 6l6 6-6 6'
