def uidValue = '7'
def connectorObject = ICF.co {
    id 'bjensen'
    uid uidValue
    attribute 'mail', 'bjensen@example.com'
}

def builder = new SyncDeltaBuilder()
builder.setUid(new Uid(uidValue))
builder.setToken(new SyncToken(5))
builder.setDeltaType(SyncDeltaType.CREATE)
builder.setObject(connectorObject)  // Use the ConnectorObjectBuilder class to build the ConnectorObject object.

// Call the handler with the SyncDelta object
handler builder.build()

return null
