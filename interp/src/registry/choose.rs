//! Overload choice by Groovy's distances (`MetaClassHelper`), from the nearest class up to variable arguments.
