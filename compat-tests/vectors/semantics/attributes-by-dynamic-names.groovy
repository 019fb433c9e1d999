class P { String property; void setProperty(String n, Object v) { this.@"$n" = 'over' } }
def p = new P(); p.property = 'a'; println p.property
def nm = 'property'; println p.@"$nm"
p.@"$nm" = 'raw'; println p.@property
