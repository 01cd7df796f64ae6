'use client'

import { useEffect, useRef, useState } from 'react'

const ACCEPTED = '.docx,.pdf,.md,.html,.htm,.txt,.csv,.xlsx,.pptx,.odt,.rtf,.eml,.jsonl,.mdx'

/** Takes files that are dropped anywhere on the page, or chosen. */
export const DropZone = ({ disabled, onFiles }: { disabled: boolean; onFiles: (files: File[]) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const over = useDrop((files) => {
    if (!disabled) onFiles(files)
  })
  return (
    <div className="vouch-drop" data-over={over || undefined}>
      <p>
        <strong>Drop files here</strong> to bring texts in, or{' '}
        <button
          type="button"
          className="vouch-link"
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          choose them
        </button>
        . You see what becomes which draft before anything is made.
      </p>
      <p className="vouch-quiet">
        Word, PDF, Markdown, HTML, Excel, CSV, PowerPoint, text, e-mail · up to 50 MB each
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="Files to bring in"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </div>
  )
}

/** @returns whether files are held over the page now. */
const useDrop = (onDrop: (files: File[]) => void): boolean => {
  const [over, setOver] = useState(false)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hold = (event: DragEvent) => {
      if (!carries(event)) return
      // Else the browser opens the file in place of the page.
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const take = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(false)
      drop.current([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragover', hold)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', take)
    return () => {
      document.removeEventListener('dragover', hold)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', take)
    }
  }, [])
  return over
}
