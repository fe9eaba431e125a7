/// The program's version: part of every fingerprint, because another program may say something else about the same data.
package let programVersion = "0.1.0"
