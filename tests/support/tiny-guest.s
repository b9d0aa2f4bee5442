/* SPDX-License-Identifier: GPL-3.0-or-later
   A guest that fits into a boot sector. It greets on the first serial port, echoes what it reads, prompts after a
   carriage return, and after an F it writes numbered lines of 16 bytes without end, until an S.
   TinyGuest.cpp holds it assembled:
     as --32 tiny-guest.s -o tiny-guest.o
     ld -m elf_i386 -Ttext 0x7c00 --oformat binary tiny-guest.o -o tiny-guest.bin */
.code16
.global _start
_start:
  xorw %ax, %ax
  movw %ax, %ds
  movw %ax, %ss
  movw $0x7c00, %sp
  cld
  movw $greeting, %si
  call print
again:
  movw $0x3fd, %dx
  inb %dx, %al
  testb $1, %al
  jz silent
  movw $0x3f8, %dx
  inb %dx, %al
  cmpb $'F', %al
  jne 1f
  movb $1, flooding
1: cmpb $'S', %al
  jne 2f
  movb $0, flooding
2: call put
  cmpb $'\r', %al
  jne silent
  movw $prompt, %si
  call print
silent:
  cmpb $0, flooding
  je again
  movw $line, %si
  call print
  movw $(line + 14), %di
3: incb (%di)
  cmpb $('9' + 1), (%di)
  jb again
  movb $'0', (%di)
  decw %di
  jmp 3b
print:
  lodsb
  testb %al, %al
  jz 4f
  call put
  jmp print
put:
  pushw %ax
  movw $0x3fd, %dx
5: inb %dx, %al
  testb $0x20, %al
  jz 5b
  popw %ax
  movw $0x3f8, %dx
  outb %al, %dx
4: ret
flooding: .byte 0
greeting: .ascii "\r\nTiny guest\r\ntiny login: \0"
prompt: .ascii "\ntiny login: \0"
line: .ascii "000000000000001\n\0"
.org 510
.word 0xaa55
